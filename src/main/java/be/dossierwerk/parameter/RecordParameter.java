package be.dossierwerk.parameter;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.Texts;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bookkeeper or lawyer records an amount or limit from a day on, with its source. A later record of the same day corrects an earlier one; both stay. */
@Service
public class RecordParameter {

    /** Parameters have no dossier; their history is kept under this name. */
    public static final String SUBJECT = "BEDRAGEN";

    private static final Locale DUTCH = Locale.forLanguageTag("nl-BE");

    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Texts texts;
    private final Clock clock;

    RecordParameter(CurrentActor currentActor, AuditLog audit, JdbcClient jdbc, Texts texts, Clock clock) {
        this.currentActor = currentActor;
        this.audit = audit;
        this.jdbc = jdbc;
        this.texts = texts;
        this.clock = clock;
    }

    /** @throws Refused security.role-missing; parameter.wrong with the fields kind, amount, validFrom, validTo, source */
    @Transactional
    public void record(DatedParameter<?> value) {
        var actor = currentActor.require(Roles.FINANCE, Roles.LAWYER);
        check(value);
        audit.lock(SUBJECT);
        jdbc.sql("""
                insert into dated_parameter (list, code, amount, valid_from, valid_to, source, recorded_at, recorded_by, recorded_by_name)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""").params(value.kind().list(), value.kind().name(), value.amount(), value.validFrom(), value.validTo(),
                value.source().strip(), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), actor.id(), actor.name()).update();
        audit.record(AuditLog.Entry.of(SUBJECT, "BEDRAG_GENOTEERD", "%s noteerde voor \"%s\" vanaf %s%s: %s.".formatted(actor.name(), texts.of(DUTCH, value.kind().textKey()),
                Dates.prose(value.validFrom()), value.validTo() == null ? "" : " tot en met " + Dates.prose(value.validTo()), inWords(value))).because(value.source().strip()));
    }

    private String inWords(DatedParameter<?> value) {
        return value.kind().unit() == ParameterKind.Unit.EURO ? Euros.prose(value.amount())
                : texts.of(DUTCH, "parameter.unit." + value.kind().unit(), value.amount());
    }

    private static void check(DatedParameter<?> value) {
        List<Refused.Field> wrong = new ArrayList<>();
        if (value.kind() == null) {
            wrong.add(new Refused.Field("kind", "parameter.field.kind"));
        } else if (!value.kind().unit().accepts(value.amount())) {
            wrong.add(new Refused.Field("amount", "parameter.field.amount." + value.kind().unit()));
        }
        if (value.validFrom() == null) {
            wrong.add(new Refused.Field("validFrom", "parameter.field.day"));
        } else if (value.validTo() != null && value.validTo().isBefore(value.validFrom())) {
            wrong.add(new Refused.Field("validTo", "parameter.field.valid-to"));
        }
        if (value.source() == null || value.source().isBlank()) {
            wrong.add(new Refused.Field("source", "parameter.field.source"));
        }
        if (!wrong.isEmpty()) {
            throw new Refused("parameter.wrong", wrong, wrong.size());
        }
    }
}
