package be.dossierwerk.reimbursement;

import be.dossierwerk.reimbursement.Claim.Invoice;
import be.dossierwerk.reimbursement.Claim.Participant;
import be.dossierwerk.reimbursement.Claim.Session;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.NationalNumber;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Says of every line of a claim what is wrong with it, all at once (procedures.md 1.9, 2.5). No state, no database. */
public final class ClaimCheck {

    private static final BigDecimal MINUTES = new BigDecimal(60);
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private ClaimCheck() { }

    /**
     * The fields are named as the claim has them, for instance {@code sessions[0].participants[2].hours}.
     * @param parameters what holds on a day; {@code vatRates}: the percentages that may stand on an invoice of that day
     * @return empty when nothing is wrong
     * @throws Refused reimbursement.parameter-missing when the term to submit is not known
     */
    public static List<Refused.Field> of(Claim claim, Function<LocalDate, Map<ReimbursementParameter, BigDecimal>> parameters,
                                         Function<LocalDate, Set<BigDecimal>> vatRates) {
        List<Refused.Field> wrong = new ArrayList<>();
        Rates rates = new Rates(parameters);
        if (claim.fundedElsewhere()) {
            wrong.add(new Refused.Field("fundedElsewhere", "reimbursement.field.funded-elsewhere"));
        }
        if (claim.sessions().isEmpty()) {
            wrong.add(new Refused.Field("sessions", "reimbursement.field.no-sessions"));
        }
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < claim.sessions().size(); i++) {
            Session session = claim.sessions().get(i);
            String at = "sessions[" + i + "].";
            checkDay(claim, session, at, rates, wrong);
            checkHours(session, at, wrong);
            checkPeople(session, at, taken, wrong);
            checkInvoice(session, at, vatRates, wrong);
        }
        rates.refuseMissing();
        return wrong;
    }

    private static void checkDay(Claim claim, Session session, String at, Rates rates, List<Refused.Field> wrong) {
        LocalDate date = session.date();
        var training = session.training();
        if (training.eligibleFrom() == null) {
            wrong.add(new Refused.Field(at + "training", "reimbursement.field.not-approved", training.title()));
        } else if (date.isBefore(training.eligibleFrom()) || training.eligibleUntil() != null && date.isAfter(training.eligibleUntil())) {
            wrong.add(new Refused.Field(at + "date", "reimbursement.field.not-eligible", training.title(), Dates.prose(date)));
        }
        // Who lost its recognition is still paid for what was given before (procedures.md 1.13).
        if (date.isBefore(claim.recognisedFrom()) || claim.recognisedUntil() != null && date.isAfter(claim.recognisedUntil())) {
            wrong.add(new Refused.Field(at + "date", "reimbursement.field.not-recognised", Dates.prose(date)));
        }
        if (date.getYear() != claim.year()) {
            wrong.add(new Refused.Field(at + "date", "reimbursement.field.other-year", Dates.prose(date), String.valueOf(claim.year())));
        }
        if (date.isAfter(claim.submittedOn())) {
            wrong.add(new Refused.Field(at + "date", "reimbursement.field.not-given-yet", Dates.prose(date)));
        }
        BigDecimal days = rates.on(date, ReimbursementParameter.INDIENEN_DAGEN);
        if (days != null && claim.submittedOn().isAfter(date.plusDays(days.longValueExact()))) {
            wrong.add(new Refused.Field(at + "date", "reimbursement.field.too-late", Dates.prose(date.plusDays(days.longValueExact()))));
        }
    }

    private static void checkHours(Session session, String at, List<Refused.Field> wrong) {
        if (!session.start().isBefore(session.end())) {
            wrong.add(new Refused.Field(at + "end", "reimbursement.field.end-before-start"));
            return;
        }
        BigDecimal trainer = session.trainerHours();
        if (trainer == null || trainer.signum() < 0) {
            wrong.add(new Refused.Field(at + "trainerHours", "reimbursement.field.hours-negative"));
        } else if (!cents(trainer)) {
            wrong.add(new Refused.Field(at + "trainerHours", "reimbursement.field.hours-decimals"));
        } else if (trainer.compareTo(length(session)) > 0) {
            wrong.add(new Refused.Field(at + "trainerHours", "reimbursement.field.hours-too-many"));
        }
        if (session.participants().isEmpty()) {
            wrong.add(new Refused.Field(at + "participants", "reimbursement.field.no-participants"));
        }
        for (int i = 0; i < session.participants().size(); i++) {
            BigDecimal hours = session.participants().get(i).hours();
            if (hours == null || hours.signum() <= 0) {
                wrong.add(new Refused.Field(at + "participants[" + i + "].hours", "reimbursement.field.hours-negative"));
            } else if (!cents(hours)) {
                wrong.add(new Refused.Field(at + "participants[" + i + "].hours", "reimbursement.field.hours-decimals"));
            } else if (hours.compareTo(length(session)) > 0) {
                wrong.add(new Refused.Field(at + "participants[" + i + "].hours", "reimbursement.field.hours-too-many"));
            }
        }
    }

    private static void checkPeople(Session session, String at, Set<String> taken, List<Refused.Field> wrong) {
        for (int i = 0; i < session.participants().size(); i++) {
            Participant person = session.participants().get(i);
            String field = at + "participants[" + i + "]";
            if (!NationalNumber.isValid(person.nationalNumber())) {
                wrong.add(new Refused.Field(field + ".nationalNumber", "reimbursement.field.national-number"));
                continue;
            }
            if (!taken.add(Sessions.digits(person.nationalNumber()) + " " + session.date() + " " + session.start())) {
                wrong.add(new Refused.Field(field, "reimbursement.field.twice-in-claim", Dates.prose(session.date()), session.start().toString()));
            }
            boolean employed = person.employedFrom() != null && !session.date().isBefore(person.employedFrom())
                    && (person.employedUntil() == null || !session.date().isAfter(person.employedUntil()));
            if (!employed) {
                wrong.add(new Refused.Field(field, "reimbursement.field.not-employed", Dates.prose(session.date())));
            }
        }
    }

    /** Only an external training has an invoice, and then always. */
    private static void checkInvoice(Session session, String at, Function<LocalDate, Set<BigDecimal>> vatRates, List<Refused.Field> wrong) {
        Invoice invoice = session.invoice();
        if (session.training().type() != TrainingType.EXTERN) {
            if (invoice != null) {
                wrong.add(new Refused.Field(at + "invoice", "reimbursement.field.invoice-not-expected"));
            }
            return;
        }
        if (invoice == null || invoice.number() == null || invoice.number().isBlank() || invoice.date() == null) {
            wrong.add(new Refused.Field(at + "invoice", "reimbursement.field.invoice"));
            return;
        }
        if (!cents(invoice.exclusive()) || !cents(invoice.vat()) || !cents(invoice.inclusive())) {
            wrong.add(new Refused.Field(at + "invoice", "reimbursement.field.invoice-amount"));
            return;
        }
        boolean addsUp = invoice.exclusive().add(invoice.vat()).compareTo(invoice.inclusive()) == 0;
        boolean knownRate = vatRates.apply(invoice.date()).stream().anyMatch(percent -> invoice.exclusive().multiply(percent).divide(HUNDRED, 2, RoundingMode.HALF_UP)
                .compareTo(invoice.vat()) == 0);
        if (!addsUp || !knownRate) {
            wrong.add(new Refused.Field(at + "invoice.vat", "reimbursement.field.vat"));
        }
    }

    private static boolean cents(BigDecimal amount) {
        return amount != null && amount.signum() >= 0 && amount.stripTrailingZeros().scale() <= 2;
    }

    private static BigDecimal length(Session session) {
        return BigDecimal.valueOf(Duration.between(session.start(), session.end()).toMinutes()).divide(MINUTES, 4, RoundingMode.HALF_UP);
    }
}
