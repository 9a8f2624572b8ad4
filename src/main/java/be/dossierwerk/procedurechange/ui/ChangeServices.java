package be.dossierwerk.procedurechange.ui;

import be.dossierwerk.deadline.ShowTermRules;
import be.dossierwerk.engine.ProductFiles;
import be.dossierwerk.engine.PublishedDiagrams;
import be.dossierwerk.procedurechange.ApproveChange;
import be.dossierwerk.procedurechange.ChangeDrafts;
import be.dossierwerk.procedurechange.ChangeFindings;
import be.dossierwerk.procedurechange.ChangePanel;
import be.dossierwerk.procedurechange.Changes;
import be.dossierwerk.procedurechange.CommentOnElement;
import be.dossierwerk.procedurechange.CompareProposal;
import be.dossierwerk.procedurechange.Comments;
import be.dossierwerk.procedurechange.DownloadDraft;
import be.dossierwerk.procedurechange.DraftPresence;
import be.dossierwerk.procedurechange.KeepPlan;
import be.dossierwerk.procedurechange.RedoDraft;
import be.dossierwerk.procedurechange.ReturnToPrevious;
import be.dossierwerk.procedurechange.SaveChangeDraft;
import be.dossierwerk.procedurechange.SendBackChange;
import be.dossierwerk.procedurechange.SettleComment;
import be.dossierwerk.procedurechange.SolveConflict;
import be.dossierwerk.procedurechange.StartChange;
import be.dossierwerk.procedurechange.SubmitChange;
import be.dossierwerk.procedurechange.TakeOverDraft;
import be.dossierwerk.procedurechange.UndoDraft;
import be.dossierwerk.procedurechange.UploadDraft;
import be.dossierwerk.procedurechange.WithdrawChange;
import be.dossierwerk.security.CurrentActor;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the pages about changes ask and do. */
@Component
record ChangeServices(Changes changes, ChangeDrafts drafts, ChangeFindings findings, Comments comments, PublishedDiagrams published, ProductFiles productFiles,
                      StartChange start, SaveChangeDraft save, UndoDraft undo, RedoDraft redo, UploadDraft upload, DownloadDraft download, CommentOnElement comment,
                      SettleComment settle, DraftPresence presence, SolveConflict solve, TakeOverDraft takeOver, KeepPlan keepPlan, SubmitChange submit, ApproveChange approve,
                      SendBackChange sendBack, WithdrawChange withdraw, ReturnToPrevious returnTo, ShowTermRules termRules, ObjectProvider<ChangePanel> panels,
                      CompareProposal sentences, CurrentActor currentActor, Clock clock) { }
