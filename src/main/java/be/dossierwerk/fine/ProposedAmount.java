package be.dossierwerk.fine;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the level and the amount of a fine that is not imposed yet, within what the level allows on the day of the report (procedures.md 1.6). */
@Component
class ProposedAmount {

    private static final int MOST_WORKERS = 100;

    private final Fines fines;
    private final FineAmounts amounts;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    ProposedAmount(Fines fines, FineAmounts amounts, AuditLog audit, JdbcClient jdbc) {
        this.fines = fines;
        this.amounts = amounts;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /** @throws Refused with its field: werknemers, bedrag, niveau or motivering */
    void keep(String dossier, Fine.Proposal given, Actor actor) {
        if (given.workers() < 1 || given.workers() > MOST_WORKERS) {
            throw wrong("werknemers", "fine.field.workers", MOST_WORKERS);
        }
        if (!Euros.payable(given.amount())) {
            throw wrong("bedrag", "fine.amount");
        }
        if (given.because() == null || given.because().isBlank()) {
            throw wrong("motivering", "fine.field.because");
        }
        FineAmounts.Range range = amounts.range(given.level(), given.workers(), fines.locked(dossier).report().on())
                .orElseThrow(() -> wrong("niveau", "fine.field.no-amounts"));
        if (!range.holds(given.amount())) {
            throw wrong("bedrag", "fine.field.range", Euros.prose(range.least()), Euros.prose(range.most()));
        }
        jdbc.sql("update fine set level = ?, workers = ?, amount = ?, amount_because = ? where dossier = ?")
                .params(given.level(), given.workers(), given.amount(), given.because(), dossier).update();
        audit.record(AuditLog.Entry.of(dossier, "BOETEBEDRAG_BEPAALD", "%s bepaalde het bedrag van de geldboete op %s (niveau %s).".formatted(
                actor.name(), Euros.prose(given.amount()), given.level().substring(given.level().length() - 1))).because(given.because()));
    }

    private static Refused wrong(String field, String key, Object... args) {
        return new Refused(key, List.of(new Refused.Field(field, key, args)), args);
    }
}
