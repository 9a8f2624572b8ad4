package be.dossierwerk.sampling.ui;

import be.dossierwerk.sampling.CloseSample;
import be.dossierwerk.sampling.MakeBundlesAgain;
import be.dossierwerk.sampling.RaiseFinding;
import be.dossierwerk.sampling.Samples;
import be.dossierwerk.sampling.SaveAnswer;
import be.dossierwerk.sampling.SaveFindingDraft;
import be.dossierwerk.security.CurrentActor;
import org.springframework.stereotype.Component;

/** What the screens of samples work with. */
@Component
record Samplings(Samples samples, SaveAnswer saveAnswer, SaveFindingDraft saveFindingDraft, RaiseFinding raiseFinding, CloseSample close, MakeBundlesAgain again, CurrentActor currentActor) { }
