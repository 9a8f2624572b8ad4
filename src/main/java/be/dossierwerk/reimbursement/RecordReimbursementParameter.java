package be.dossierwerk.reimbursement;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.reimbursement.ReimbursementParameter.Value;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bookkeeper or lawyer records an amount or rule of reimbursement from a day on, with the source. What was paid before does not change. */
@Service
public class RecordReimbursementParameter {

    /** The parameters have no dossier; their history is kept under this name. */
    static final String SUBJECT = "PARAMETERS-TERUGBETALING";

    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    RecordReimbursementParameter(CurrentActor currentActor, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.currentActor = currentActor;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Refused security.role-missing; reimbursement.parameter-wrong with the fields parameter, amount, validFrom, validTo, source */
    @Transactional
    public void record(Value value) {
        var actor = currentActor.require(Roles.FINANCE, Roles.LAWYER);
        List<Refused.Field> wrong = new ArrayList<>();
        if (value.parameter() == null) {
            wrong.add(new Refused.Field("parameter", "reimbursement.field.parameter"));
        } else if (!value.parameter().accepts(value.amount())) {
            wrong.add(new Refused.Field("amount", "reimbursement.field.amount"));
        }
        if (value.validFrom() == null) {
            wrong.add(new Refused.Field("validFrom", "reimbursement.field.day"));
        } else if (value.validTo() != null && value.validTo().isBefore(value.validFrom())) {
            wrong.add(new Refused.Field("validTo", "reimbursement.field.valid-to"));
        }
        if (value.source() == null || value.source().isBlank()) {
            wrong.add(new Refused.Field("source", "reimbursement.field.source"));
        }
        if (!wrong.isEmpty()) {
            throw new Refused("reimbursement.parameter-wrong", wrong, wrong.size());
        }
        audit.lock(SUBJECT);
        jdbc.sql("""
                insert into reimbursement_parameter (code, amount, valid_from, valid_to, source, recorded_at, recorded_by, recorded_by_name)
                values (?, ?, ?, ?, ?, ?, ?, ?)""").params(value.parameter().name(), value.amount(), value.validFrom(), value.validTo(), value.source().strip(),
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), actor.id(), actor.name()).update();
        audit.record(AuditLog.Entry.of(SUBJECT, "PARAMETER_GENOTEERD", "%s noteerde vanaf %s%s: %s is %s.".formatted(actor.name(), Dates.prose(value.validFrom()),
                value.validTo() == null ? "" : " tot en met " + Dates.prose(value.validTo()), value.parameter().inWords(),
                value.amount().toPlainString().replace('.', ','))).because(value.source().strip()));
    }
}
