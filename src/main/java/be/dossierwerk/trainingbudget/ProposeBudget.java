package be.dossierwerk.trainingbudget;

import be.dossierwerk.activity.VoucherActivity;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.recognition.Recognitions.Recognition;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.trainingbudget.Distribution.Candidate;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Computes how the budget of a year is shared out and keeps it as a version, with a print of what it was computed from (procedures.md D8). */
@Service
public class ProposeBudget {

    /** One input and what follows from it. */
    private record Computed(LocalDate reference, Distribution.Rules rules, VoucherActivity.PaidInYear paid, Map<String, Recognition> recognitions,
                            List<Candidate> candidates) {

        Distribution distribution(int year) {
            return Distribution.of(year, reference, rules, candidates, paid.total());
        }

        String fingerprint(int year) {
            return ProposeBudget.fingerprint(year, reference, rules, paid.total(), candidates);
        }
    }

    private final BudgetParameters parameters;
    private final BudgetVersions versions;
    private final VoucherActivity activity;
    private final Recognitions recognitions;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final Clock clock;

    ProposeBudget(BudgetParameters parameters, BudgetVersions versions, VoucherActivity activity, Recognitions recognitions, CurrentActor currentActor,
                  AuditLog audit, Clock clock) {
        this.parameters = parameters;
        this.versions = versions;
        this.activity = activity;
        this.recognitions = recognitions;
        this.currentActor = currentActor;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The same input as the newest version gives no new one.
     * @param reference the day on which a recognition has to hold; in that year and not after today
     * @throws Refused security.role-missing; trainingbudget.unknown-year, trainingbudget.recorded, trainingbudget.reference with its field peildatum;
     *         trainingbudget.parameter-missing, activity.months.missing, trainingbudget.reserve-above-total, trainingbudget.reserve-short
     */
    @Transactional
    public BudgetVersion propose(int year, LocalDate reference) {
        var actor = currentActor.require(Roles.FUND_SECRETARIAT, Roles.TEAM_LEAD);
        String dossier = versions.dossier(year).orElseThrow(() -> new Refused("trainingbudget.unknown-year", String.valueOf(year)));
        audit.lock(dossier);
        versions.recorded(year).ifPresent(recorded -> {
            throw new Refused("trainingbudget.recorded", String.valueOf(year));
        });
        if (reference == null || reference.getYear() != year || reference.isAfter(LocalDate.now(clock))) {
            throw new Refused("trainingbudget.reference", List.of(new Refused.Field("peildatum", "trainingbudget.reference", String.valueOf(year))), String.valueOf(year));
        }
        Computed computed = compute(year, reference);
        String fingerprint = computed.fingerprint(year);
        List<BudgetVersion> before = versions.of(year);
        BudgetVersion last = before.isEmpty() ? null : before.get(before.size() - 1);
        if (last != null && last.fingerprint().equals(fingerprint) && last.proposedBy().equals(actor.id())) {
            return last;
        }
        Distribution distribution = computed.distribution(year);
        versions.add(year, before.size() + 1, reference, computed.rules(), computed.paid().total(), computed.paid().rejectedRows(), distribution, fingerprint, actor,
                computed.recognitions());
        long withBudget = distribution.shares().stream().filter(share -> share.amount().signum() > 0).count();
        audit.record(AuditLog.Entry.of(dossier, "VERDELING_VOORGESTELD", "%s stelde versie %d van de verdeling voor, met de erkenningen op %s: %s voor %s."
                .formatted(actor.name(), before.size() + 1, Dates.prose(reference), Euros.prose(distribution.granted()), ShareWords.counted(withBudget, "onderneming", "ondernemingen")))
                .changing(Map.of(), Map.of("vingerafdruk", fingerprint)));
        return versions.newest(year);
    }

    /** Whether the same day's figures still give what was proposed. @throws Refused as {@link #propose} */
    boolean stillHolds(BudgetVersion version) {
        return compute(version.year(), version.reference()).fingerprint(version.year()).equals(version.fingerprint());
    }

    private Computed compute(int year, LocalDate reference) {
        Distribution.Rules rules = parameters.rules(year);
        VoucherActivity.PaidInYear paid = activity.paidIn(year - 1);
        // An undertaking that was recognised twice counts with its newest recognition.
        Map<String, Recognition> newest = new TreeMap<>();
        recognitions.grantedUntil(reference).forEach(recognition -> newest.put(recognition.enterpriseNumber(), recognition));
        List<Candidate> candidates = newest.values().stream().map(recognition -> new Candidate(recognition.enterpriseNumber(), recognition.recognisedOn(),
                recognition.endedOn(), paid.vouchers().getOrDefault(recognition.enterpriseNumber(), 0L))).toList();
        return new Computed(reference, rules, paid, newest, candidates);
    }

    /** Of everything that the shares follow from, in the order of the candidates. */
    static String fingerprint(int year, LocalDate reference, Distribution.Rules rules, long allVouchers, List<Candidate> candidates) {
        return sha256(candidates.stream().map(each -> "%s %s %s %d".formatted(each.enterpriseNumber(), each.recognisedOn(), each.endedOn(), each.vouchers()))
                .collect(Collectors.joining("\n", "%d %s %s %s %d %s %d\n".formatted(year, reference, rules.total(), rules.reserve(), rules.threshold(),
                        rules.quarters(), allVouchers), "\n")));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
