package be.dossierwerk.board;

import be.dossierwerk.board.OwnDossier.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What our own tables say of some dossiers, in two statements however many they are; each fact is an {@link OwnAct}. */
@Component
class ReadOwnDossiers {

    private static final String HEADS = """
            select d.number, (select coalesce(max(a.seq), 0) from audit_entry a where a.dossier = d.number), d.procedure, coalesce(r.kind, v.reason), d.source, d.enterprise_number,
                   nullif(t.file, d.number), d.received_on, d.closed_on, d.outcome
            from dossier d left join recognition r on r.dossier = d.number left join voluntary_request v on v.dossier = d.number left join training t on t.dossier = d.number
            where d.number = any(:dossiers) and d.procedure = any(:procedures)
              and not (exists (select from destruction x where x.dossier = d.number) and exists (select from history_dossier h where h.number = d.number))""";

    private static final String FACTS = """
            with asked as (
                select d.number as dossier, d.procedure, d.closed_on, clock.rule, clock.version, clock.started_on
                from dossier d left join (values ('erkenning', 'T-REC-01'), ('opleiding-goedkeuring', 'T-OF-06'), ('administratieve-geldboete', 'T-AGB-01')) decides (procedure, rule)
                    on decides.procedure = d.procedure
                left join lateral (
                    select r.code as rule, r.version, t.started_on from term_rule r left join term t on (t.rule, t.rule_version) = (r.code, r.version) and t.dossier = d.number
                    where r.code = decides.rule order by t.id nulls last, r.version desc limit 1) clock on true
                where d.number = any(:dossiers)),
            decided as (
                select b.dossier, (coalesce(l.made_at, b.drafted_at) at time zone 'Europe/Brussels')::date as on_day, case when b.status <> 'TE_ONDERTEKENEN' then b.signed_on end as signed_on
                from asked a join besluit b on b.dossier = a.dossier left join letter l on l.id = b.letter
                where a.procedure <> 'inbreukdossier' and b.status in ('TE_ONDERTEKENEN', 'ONDERTEKEND', 'VERNIETIGD'))
            select a.dossier, 'COMPLETE', coalesce(a.started_on, c.complete_on), null::date, null::numeric
                from asked a join completeness c on c.dossier = a.dossier where c.complete_on is not null
            union all select p.dossier, 'PAUSED', p.paused_on, p.resumed_on, null from term_pause p join asked a on a.dossier = p.dossier
                join term_rule r on (r.code, r.version) = (a.rule, a.version) where p.dossier = any(:dossiers) and p.ground = any(r.pause_grounds)
            union all select dossier, case action when 'OP_AGENDA' then 'PLACED' else 'UNADVISED' end, (at at time zone 'Europe/Brussels')::date, null, null
                from audit_entry where dossier = any(:dossiers) and action in ('OP_AGENDA', 'ADVIES_NIET_TIJDIG')
            union all select dossier, 'ADVISED', given_on, null, null from committee_item where dossier = any(:dossiers) and advice <> 'UITGESTELD' and given_on is not null
            union all select dossier, 'DECIDED', on_day, null, null from decided
            union all select dossier, 'SIGNED', signed_on, null, null from decided where signed_on is not null
            union all select dossier, 'DECIDED', decided_on, null, null from infringement_case where dossier = any(:dossiers) and decided_on is not null
            union all select dossier, 'WARNED', decided_on, null, null from infringement_case where dossier = any(:dossiers) and decided_on is not null and outcome = 'WAARSCHUWING'
            union all select dossier, 'INSPECTED', dated, null, null from infringement_report where dossier = any(:dossiers) and origin = 'VSI'
            union all select by_dossier, 'WITHDRAWN', (recorded_at at time zone 'Europe/Brussels')::date, null, null from recognition_change c
                where by_dossier = any(:dossiers) and status like 'INGETROKKEN%' and counters is null and not exists (select from recognition_change later where later.counters = c.id)
            union all select p.dossier, 'PAID', paid.valued_on, null, p.amount
                from payment_payable p join payment_line l on l.payable = p.id and l.state = 'BETAALD'
                join lateral (select m.valued_on from payment_movement m where m.payable = p.id and m.line = l.id and m.kind in ('BETAALD', 'TOCH_BETAALD') order by m.id desc limit 1) paid on true
                where p.dossier = any(:dossiers)
            union all select a.dossier, 'PROSECUTION_WAIVED', coalesce(a.started_on, f.prosecutor_on), null, null
                from asked a join fine f on f.dossier = a.dossier where f.prosecutor_decision = 'GEEN_VERVOLGING'
            union all select a.dossier, 'NOT_OPPORTUNE', a.closed_on, null, null from asked a join fine f on f.dossier = a.dossier where not f.opportune and a.closed_on is not null
            union all select dossier, 'FINE_IMPOSED', valued_on, null, amount from fine_entry where dossier = any(:dossiers) and kind = 'OPGELEGD'
            union all select dossier, 'APPEALED', appealed_on, null, null from fine where dossier = any(:dossiers) and appealed_on is not null""";

    private final JdbcClient jdbc;

    ReadOwnDossiers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that the board has something to count of. Of a destroyed one what was counted stays: it is not read again. */
    List<OwnDossier> of(Collection<String> dossiers) {
        String[] asked = dossiers.toArray(String[]::new);
        Map<String, List<Fact>> facts = new HashMap<>();
        // The chain first: what an act adds meanwhile is counted with the next look at it.
        List<OwnDossier> heads = jdbc.sql(HEADS).param("dossiers", asked).param("procedures", OwnDossier.procedures().toArray(String[]::new))
                .query((row, i) -> new OwnDossier(row.getString(1), row.getLong(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6), row.getString(7),
                        row.getObject(8, LocalDate.class), row.getObject(9, LocalDate.class), row.getString(10), facts.computeIfAbsent(row.getString(1), dossier -> new ArrayList<>()))).list();
        jdbc.sql(FACTS).param("dossiers", asked).query(row -> {
            facts.computeIfAbsent(row.getString(1), dossier -> new ArrayList<>())
                    .add(new Fact(OwnAct.valueOf(row.getString(2)), row.getObject(3, LocalDate.class), row.getObject(4, LocalDate.class), row.getBigDecimal(5)));
        });
        return heads;
    }
}
