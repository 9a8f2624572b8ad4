package be.dossierwerk.reimbursement;

import be.dossierwerk.reimbursement.Claim.Participant;
import be.dossierwerk.reimbursement.Claim.Session;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a claim is worth and what can be paid of it (procedures.md D9). Each part of a line is rounded half up to the cent, the rest are sums of
 * rounded parts. A rate that nobody recorded stops the computation. The same input gives the same answer.
 */
public record ClaimAmount(List<Line> lines, BigDecimal claimed, BigDecimal payable, State state) {

    public enum State { GOEDGEKEURD, GEDEELTELIJK, GEWEIGERD }

    /** In euro; {@code sums} says in Dutch how it was computed. */
    public record Line(Session session, BigDecimal wages, BigDecimal trainer, String sums) {

        public BigDecimal amount() {
            return wages.add(trainer);
        }
    }

    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    public ClaimAmount {
        lines = List.copyOf(lines);
    }

    /**
     * @param parameters what holds on a day; one that is not in it was never recorded
     * @param balance what is left of the budget of the year, in euro
     * @throws Refused reimbursement.parameter-missing; reimbursement.trainer when that type of training is not given by that kind of trainer
     */
    public static ClaimAmount of(List<Session> sessions, Function<LocalDate, Map<ReimbursementParameter, BigDecimal>> parameters, BigDecimal balance) {
        return of(sessions, parameters, balance, Map.of());
    }

    /** As {@link #of(List, Function, BigDecimal)}; {@code counted}: invoices by {@link Claim.Invoice#key} that count in another dossier, with its number. */
    static ClaimAmount of(List<Session> sessions, Function<LocalDate, Map<ReimbursementParameter, BigDecimal>> parameters, BigDecimal balance, Map<String, String> counted) {
        Rates rates = new Rates(parameters);
        List<Line> lines = new ArrayList<>();
        Map<String, String> invoices = new HashMap<>(counted);
        for (Session session : sessions) {
            Line line = line(session, rates, invoices);
            if (line != null) {
                lines.add(line);
            }
        }
        rates.refuseMissing();
        BigDecimal claimed = lines.stream().map(Line::amount).reduce(NOTHING, BigDecimal::add);
        BigDecimal payable = claimed.min(balance.max(NOTHING)).setScale(2, RoundingMode.UNNECESSARY);
        State state = payable.signum() == 0 ? State.GEWEIGERD : payable.compareTo(claimed) == 0 ? State.GOEDGEKEURD : State.GEDEELTELIJK;
        return new ClaimAmount(lines, claimed, payable, state);
    }

    /** Null when a rate is missing; the others are still asked, so that a person hears of all at once. */
    private static Line line(Session session, Rates rates, Map<String, String> invoices) {
        TrainingType type = session.training().type();
        if (type == TrainingType.INTERN && session.trainer() == TrainerKind.EXTERN || type == TrainingType.EXTERN && session.trainer() == TrainerKind.EIGEN) {
            throw new Refused("reimbursement.trainer", session.training().title());
        }
        BigDecimal hours = session.participants().stream().map(Participant::hours).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal wage = rates.on(session.date(), switch (type) {
            case INTERN -> ReimbursementParameter.LOON_INTERN;
            case EXTERN -> ReimbursementParameter.LOON_EXTERN;
            case TERREIN -> ReimbursementParameter.LOON_TERREIN;
        });
        if (type == TrainingType.EXTERN) {
            BigDecimal limit = rates.on(session.date(), ReimbursementParameter.FACTUUR_MAXIMUM);
            BigDecimal withVat = rates.on(session.date(), ReimbursementParameter.FACTUUR_BTW_TELT_MEE);
            return wage == null || limit == null || withVat == null ? null : invoiced(session, hours, wage, limit, withVat.signum() > 0, invoices);
        }
        BigDecimal trainer = rates.on(session.date(), type == TrainingType.INTERN ? ReimbursementParameter.LESGEVER_INTERN
                : session.trainer() == TrainerKind.EIGEN ? ReimbursementParameter.LESGEVER_TERREIN_EIGEN : ReimbursementParameter.LESGEVER_TERREIN_EXTERN);
        if (wage == null || trainer == null) {
            return null;
        }
        BigDecimal wages = times(hours, wage);
        BigDecimal teaching = times(session.trainerHours(), trainer);
        return new Line(session, wages, teaching, "%s + %s uur lesgever × %s = %s".formatted(worked(hours, wage), plain(session.trainerHours()), Euros.prose(trainer),
                Euros.prose(wages.add(teaching))));
    }

    private static Line invoiced(Session session, BigDecimal hours, BigDecimal wage, BigDecimal limit, boolean withVat, Map<String, String> invoices) {
        BigDecimal wages = times(hours, wage);
        String elsewhere = session.invoice() == null ? null : invoices.putIfAbsent(session.invoice().key(), "bij een andere les van deze aanvraag");
        if (elsewhere != null) {
            return new Line(session, wages, NOTHING, "%s + factuur %s, die al meetelt %s = %s".formatted(worked(hours, wage), session.invoice().number().strip(), elsewhere,
                    Euros.prose(wages)));
        }
        BigDecimal invoice = session.invoice() == null ? NOTHING : (withVat ? session.invoice().inclusive() : session.invoice().exclusive()).setScale(2, RoundingMode.HALF_UP);
        BigDecimal eligible = invoice.min(limit).setScale(2, RoundingMode.HALF_UP);
        return new Line(session, wages, eligible, "%s + factuur %s%s = %s".formatted(worked(hours, wage), Euros.prose(invoice),
                eligible.compareTo(invoice) < 0 ? ", hoogstens " + Euros.prose(limit) : "", Euros.prose(wages.add(eligible))));
    }

    private static String worked(BigDecimal hours, BigDecimal wage) {
        return "%s uur × %s".formatted(plain(hours), Euros.prose(wage));
    }

    private static BigDecimal times(BigDecimal hours, BigDecimal rate) {
        return hours.multiply(rate).setScale(2, RoundingMode.HALF_UP);
    }

    private static String plain(BigDecimal hours) {
        return hours.stripTrailingZeros().toPlainString().replace('.', ',');
    }
}
