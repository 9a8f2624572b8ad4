package be.dossierwerk.withdrawal;

import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.recognition.Recognitions;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes the dossier after the recognition ended on request or by a merger, or when another dossier ended it before. */
@Service
public class CloseVoluntaryRequest {

    private final VoluntaryRequests requests;
    private final Recognitions recognitions;
    private final Terms terms;
    private final Dossiers dossiers;
    private final Clock clock;

    CloseVoluntaryRequest(VoluntaryRequests requests, Recognitions recognitions, Terms terms, Dossiers dossiers, Clock clock) {
        this.requests = requests;
        this.recognitions = recognitions;
        this.terms = terms;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    @Transactional
    public void close(String dossier) {
        LocalDate today = LocalDate.now(clock);
        VoluntaryRequests.Request request = requests.get(dossier);
        String outcome = !recognitions.changedBy(request.recognition(), dossier) ? EndModel.NOTHING_LEFT
                : request.reason() == VoluntaryReason.FUSIE_OVERNAME ? "OVERGEDRAGEN_NA_FUSIE" : "INGETROKKEN_VRIJWILLIG";
        requests.end(dossier);
        terms.stopAll(dossier, today);
        dossiers.close(dossier, outcome, today);
    }
}
