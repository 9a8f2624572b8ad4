package be.dossierwerk.withdrawal;

import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes the dossier after the recognition ended on request, by itself or by a merger. */
@Service
public class CloseVoluntaryRequest {

    private final VoluntaryRequests requests;
    private final Terms terms;
    private final Dossiers dossiers;
    private final Clock clock;

    CloseVoluntaryRequest(VoluntaryRequests requests, Terms terms, Dossiers dossiers, Clock clock) {
        this.requests = requests;
        this.terms = terms;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    @Transactional
    public void close(String dossier) {
        LocalDate today = LocalDate.now(clock);
        boolean merged = requests.get(dossier).reason() == VoluntaryReason.FUSIE_OVERNAME;
        requests.end(dossier);
        terms.stopAll(dossier, today);
        dossiers.close(dossier, merged ? "OVERGEDRAGEN_NA_FUSIE" : "INGETROKKEN_VRIJWILLIG", today);
    }
}
