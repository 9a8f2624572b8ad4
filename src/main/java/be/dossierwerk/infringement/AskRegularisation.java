package be.dossierwerk.infringement;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.SendApplicantLetter;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.shared.Dates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks the undertaking for proof that it mended its ways, within T-INB-02, and notes when none came. */
@Service
public class AskRegularisation {

    private final SendApplicantLetter letter;
    private final Terms terms;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    AskRegularisation(SendApplicantLetter letter, Terms terms, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.letter = letter;
        this.terms = terms;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public void ask(String dossier) {
        audit.lock(dossier);
        terms.start(dossier, InfringementModel.REGULARISATION_TERM, LocalDate.now(clock));
        String what = jdbc.sql("select regularisation_wanted from infringement_case where dossier = ?").param(dossier).query(String.class).single();
        letter.send(dossier, "inbreuk-brief", "U kunt de inbreuken rechtzetten", Map.of("kern", "Bezorg ons uiterlijk op %s het bewijs dat alles rechtgezet is."
                .formatted(Dates.prose(terms.due(dossier, InfringementModel.REGULARISATION_TERM))), "uitleg", what,
                "vervolg", "De inspectie kijkt uw bewijs na. Krijgen wij niets, dan gaat het dossier verder zonder."));
        audit.record(AuditLog.Entry.of(dossier, "REGULARISATIE_GEVRAAGD", "De onderneming kreeg de kans om de inbreuken recht te zetten."));
    }

    @Transactional
    public void noteNoProof(String dossier) {
        audit.lock(dossier);
        terms.expire(dossier, InfringementModel.REGULARISATION_TERM);
        jdbc.sql("update infringement_case set regularisation = 'GEEN_BEWIJS' where dossier = ?").param(dossier).update();
        audit.record(AuditLog.Entry.of(dossier, "GEEN_BEWIJS", "De onderneming bezorgde geen bewijs van regularisatie binnen de termijn."));
    }
}
