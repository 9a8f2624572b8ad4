package be.dossierwerk.reimbursement;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.reimbursement.ReimbursementClaims.Filed;
import be.dossierwerk.reimbursement.ReimbursementClaims.Line;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Somebody looks at the proof and refuses the lines that are not proven; from an amount on a second person looks too (procedures.md 1.9, Controle). */
@Service
class ReviewClaim implements TaskAction {

    private static final Pattern REFUSAL = Pattern.compile("\\s*(\\d{1,4})\\s*:\\s*(\\S.*)");

    private final ReimbursementClaims claims;
    private final ReimbursementParameters parameters;
    private final ComputeFiledClaim computeFiledClaim;
    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;
    private final Clock clock;

    ReviewClaim(ReimbursementClaims claims, ReimbursementParameters parameters, ComputeFiledClaim computeFiledClaim, CurrentActor currentActor, Processes processes,
                AuditLog audit, Clock clock) {
        this.claims = claims;
        this.parameters = parameters;
        this.computeFiledClaim = computeFiledClaim;
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "opleiding-terugbetaling/aanvraag-controleren";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        Filed claim = claims.get(task.dossier());
        Map<String, Object> shown = new HashMap<>();
        shown.put("steekproef", claim.sampled() ? "Dit dossier zit in de steekproef: kijk elk bewijsstuk volledig na." : "Dit dossier zit niet in de steekproef.");
        shown.put("berekening", claim.inWords());
        List<Line> refused = claim.lines().stream().filter(Line::refused).toList();
        if (!refused.isEmpty()) {
            shown.put("keuze", "DEEL");
            shown.put("lijnen", refused.stream().map(line -> line.position() + ": " + line.refusedBecause()).collect(Collectors.joining("\n")));
        }
        return shown;
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var reviewer = currentActor.get();
        String dossier = task.dossier();
        audit.lock(dossier);
        Filed claim = claims.get(dossier);
        Map<Integer, String> refusals = switch ((String) data.get("keuze")) {
            case "ALLES" -> Map.of();
            case "NIETS" -> claim.lines().stream().collect(Collectors.toMap(Line::position, line -> (String) data.get("reden")));
            default -> refusals((String) data.get("lijnen"), claim.lines().size());
        };
        claims.refuse(dossier, refusals);
        if (!computeFiledClaim.compute(dossier)) {
            throw new Refused("reimbursement.parameter-missing", claims.get(dossier).missing());
        }
        claim = claims.get(dossier);
        String second = secondBecause(claim);
        claims.reviewed(dossier, reviewer.id(), reviewer.name(), (String) data.get("opmerking"), second, clock.instant());
        long refused = claim.lines().stream().filter(Line::refused).count();
        audit.record(AuditLog.Entry.of(dossier, "AANVRAAG_GECONTROLEERD", (refused == 0
                ? "%s controleerde de aanvraag en weigerde niets. Terug te betalen: %s."
                : "%s controleerde de aanvraag en weigerde " + (refused == 1 ? "1 lijn" : refused + " lijnen") + ". Terug te betalen: %s.")
                .formatted(reviewer.name(), Euros.prose(claim.granted()))).because((String) data.get("opmerking")));
        processes.complete(task.id(), ReimbursementModel.SECOND_LOOK.with(second != null));
    }

    /** One refusal a line, as {@code 2: de handtekeningen ontbreken}. */
    static Map<Integer, String> refusals(String typed, int lines) {
        Map<Integer, String> reasons = new TreeMap<>();
        for (String line : typed.lines().filter(one -> !one.isBlank()).toList()) {
            Matcher read = REFUSAL.matcher(line);
            if (!read.matches() || Integer.parseInt(read.group(1)) < 1 || Integer.parseInt(read.group(1)) > lines) {
                throw new Refused("reimbursement.refusal-text", List.of(new Refused.Field("lijnen", "reimbursement.refusal-text", line.strip(), lines)), line.strip(), lines);
            }
            reasons.put(Integer.valueOf(read.group(1)), read.group(2).strip());
        }
        return reasons;
    }

    /** Why a second person has to look, or null; without a recorded amount one always does. */
    private String secondBecause(Filed claim) {
        BigDecimal from = parameters.on(claim.submittedOn(), ReimbursementParameter.VIER_OGEN_VANAF);
        if (from == null) {
            return "Niemand noteerde vanaf welk bedrag een tweede persoon meekijkt.";
        }
        BigDecimal granted = claim.granted();
        return granted.compareTo(from) < 0 ? null : "Het gaat om %s. Vanaf %s kijkt een tweede persoon mee.".formatted(Euros.prose(granted), Euros.prose(from));
    }
}
