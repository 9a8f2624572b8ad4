package be.dossierwerk.infringement;

import be.dossierwerk.casework.Decisions;
import be.dossierwerk.parameter.DatedParameters;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what infringement files hold. */
@Component
class Cases {

    record Case(String dossier, String recognition, String enterpriseNumber, String facts, BigDecimal share, int vouchers, BigDecimal undueAmount,
                String severityProposed, String severity, boolean repeated, String retentionWanted, String retentionReason, boolean hearingAsked,
                String regularisation, String outlook, String noteFacts, String noteJudgement, String outcome, LocalDate decidedOn,
                boolean retentionNeeded, String retentionHearing, String reviewWanted, String reviewReason, BigDecimal reviewBlocked) { }

    static final String NO_RETENTION = "GEEN_INHOUDING";
    static final Set<String> RETENTIONS = Set.of("INHOUDING_5EUR", "INHOUDING_VOLLEDIG", NO_RETENTION);
    static final String LOWERED = "INHOUDING_VERLAAGD";
    static final String LIFTED = "INHOUDING_OPGEHEVEN";
    static final String KEPT = "INHOUDING_BEHOUDEN";
    /** What a decision can bring for a retention that runs. */
    static final Set<String> REVIEWS = Set.of(LOWERED, LIFTED, KEPT);

    private final JdbcClient jdbc;
    private final DatedParameters parameters;
    private final Decisions decisions;

    Cases(JdbcClient jdbc, DatedParameters parameters, Decisions decisions) {
        this.jdbc = jdbc;
        this.parameters = parameters;
        this.decisions = decisions;
    }

    Case of(String dossier) {
        return jdbc.sql("""
                select dossier, recognition, enterprise_number, facts, share, vouchers, undue_amount, severity_proposed, severity, repeated, retention_wanted,
                       retention_reason, hearing_asked, regularisation, outlook, note_facts, note_judgement, outcome, decided_on, retention_needed, retention_hearing,
                       review_wanted, review_reason, review_blocked
                from infringement_case where dossier = ?""").param(dossier).query(Case.class).single();
    }

    /** The retention was proposed and nobody has signed about it yet: that decision comes before the final one. */
    boolean decidesRetention(String dossier) {
        return of(dossier).retentionWanted() != null && decisions.of(dossier).stream()
                .noneMatch(decision -> decision.status().equals("ONDERTEKEND") && RETENTIONS.contains(decision.outcome()));
    }

    /** A change of the retention is being decided or notified; until then the infringements are not decided. */
    boolean decidesReview(String dossier) {
        return of(dossier).reviewWanted() != null;
    }

    /** About the retention, not about the infringements. */
    static boolean aboutRetention(String outcome) {
        return RETENTIONS.contains(outcome) || REVIEWS.contains(outcome);
    }

    /** The newest decision, draft or signed, that is not sent back; null without one. */
    String newestOutcome(String dossier) {
        return decisions.of(dossier).stream().filter(decision -> !Set.of("TERUGGESTUURD", "VERNIETIGD").contains(decision.status())).map(Decisions.Decision::outcome).findFirst().orElse(null);
    }

    /** The decision that was signed last. */
    UUID signed(String dossier) {
        return jdbc.sql("select id from besluit where dossier = ? and status = 'ONDERTEKEND' order by drafted_at desc limit 1").param(dossier).query(UUID.class).single();
    }

    String signedOutcome(String dossier) {
        return decisions.of(dossier).stream().filter(decision -> decision.status().equals("ONDERTEKEND")).map(Decisions.Decision::outcome).findFirst().orElseThrow();
    }

    /** "I01 Dienstencheques ingediend zonder gewerkte uren", the proven ones; before the qualification the reported ones. */
    List<String> named(String dossier) {
        return jdbc.sql("""
                select distinct i.code || ' ' || k.name from infringement i
                join infringement_kind k on k.code = i.code and k.valid_to is null
                where i.dossier = ? and i.state = case when exists (select 1 from infringement p where p.dossier = i.dossier and p.state = 'BEWEZEN')
                then 'BEWEZEN' else 'GEMELD' end order by 1""").param(dossier).query(String.class).list();
    }

    List<String> codes(String dossier) {
        return named(dossier).stream().map(name -> name.substring(0, 3)).toList();
    }

    /** Whether an earlier file of this undertaking ended with a warning or a withdrawal within the years of the rule. */
    boolean repeated(Case file, LocalDate on) {
        return jdbc.sql("""
                select exists (select 1 from infringement_case where enterprise_number = ? and dossier <> ? and decided_on >= ?
                and outcome in ('WAARSCHUWING', 'INTREKKING_MET_VOORWAARDEN', 'INTREKKING_ZONDER_VOORWAARDEN'))""")
                .params(file.enterpriseNumber(), file.dossier(), on.minusYears(parameters.get(InfringementParameter.INBREUK_HERHALING_JAREN, on).intValueExact())).query(Boolean.class).single();
    }
}
