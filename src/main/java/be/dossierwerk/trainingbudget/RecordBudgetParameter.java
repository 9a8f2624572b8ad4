package be.dossierwerk.trainingbudget;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.Texts;
import be.dossierwerk.trainingbudget.BudgetParameter.Value;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bookkeeper or lawyer records what a figure of the training budget is from a day on, with the source. Budgets that are recorded do not change. */
@Service
public class RecordBudgetParameter {

    /** The parameters have no dossier; their history is kept under this name. */
    static final String SUBJECT = "PARAMETERS-OPLEIDINGSBUDGET";

    private static final Locale DUTCH = Locale.forLanguageTag("nl-BE");
    private static final BigDecimal LIMIT = new BigDecimal("1000000000000");

    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Texts texts;
    private final Clock clock;

    RecordBudgetParameter(CurrentActor currentActor, AuditLog audit, JdbcClient jdbc, Texts texts, Clock clock) {
        this.currentActor = currentActor;
        this.audit = audit;
        this.jdbc = jdbc;
        this.texts = texts;
        this.clock = clock;
    }

    /** @throws Refused security.role-missing; trainingbudget.parameter-wrong with the fields parameter, amount, validFrom, validTo, source */
    @Transactional
    public void record(Value value) {
        var actor = currentActor.require(Roles.FINANCE, Roles.LAWYER);
        check(value);
        audit.lock(SUBJECT);
        jdbc.sql("""
                insert into training_parameter (code, amount, valid_from, valid_to, source, recorded_at, recorded_by, recorded_by_name)
                values (?, ?, ?, ?, ?, ?, ?, ?)""").params(value.parameter().name(), value.amount(), value.validFrom(), value.validTo(), value.source().strip(),
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), actor.id(), actor.name()).update();
        String amount = value.parameter().counts() ? ShareWords.number(value.amount().longValueExact()) : Euros.prose(value.amount());
        audit.record(AuditLog.Entry.of(SUBJECT, "PARAMETER_GENOTEERD", "%s noteerde voor \"%s\" vanaf %s%s: %s.".formatted(actor.name(),
                texts.of(DUTCH, "trainingbudget.parameter." + value.parameter()), Dates.prose(value.validFrom()),
                value.validTo() == null ? "" : " tot en met " + Dates.prose(value.validTo()), amount)).because(value.source().strip()));
    }

    private static void check(Value value) {
        List<Refused.Field> wrong = new ArrayList<>();
        if (value.parameter() == null) {
            wrong.add(new Refused.Field("parameter", "trainingbudget.field.parameter"));
        }
        BigDecimal amount = value.amount();
        boolean whole = value.parameter() != null && value.parameter().counts();
        if (amount == null || amount.signum() < 0 || amount.stripTrailingZeros().scale() > (whole ? 0 : 2) || amount.compareTo(LIMIT) >= 0) {
            wrong.add(new Refused.Field("amount", whole ? "trainingbudget.field.count" : "trainingbudget.field.amount"));
        }
        if (value.validFrom() == null) {
            wrong.add(new Refused.Field("validFrom", "trainingbudget.field.day"));
        } else if (value.validTo() != null && value.validTo().isBefore(value.validFrom())) {
            wrong.add(new Refused.Field("validTo", "trainingbudget.field.valid-to"));
        }
        if (value.source() == null || value.source().isBlank()) {
            wrong.add(new Refused.Field("source", "trainingbudget.field.source"));
        }
        if (!wrong.isEmpty()) {
            throw new Refused("trainingbudget.parameter-wrong", wrong, wrong.size());
        }
    }
}
