package be.dossierwerk.conformance;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.conformance.KeptFindings.Found;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks through all tables for what cannot have happened (ideas.md 13). The likely cause and a safe repair stand beside each kind in conformance_norm. */
@Component
class ImpossibleHistories {

    /**
     * Each gives a dossier or null, what tells it apart, a Dutch sentence, and the moment it shows, or null. Clocks of machines differ by seconds and acts of one
     * moment are written in an order of their own: two minutes are no deviation.
     */
    private static final Map<String, String> LOOKS = new LinkedHashMap<>();

    static {
        LOOKS.put("TAAK_AF_VOOR_BEGIN", """
                select dossier, task_id, 'De taak "' || task_name || '" was af voor ze begon.', completed_at from inbox_done where completed_at < opened_at - interval '2 minutes'""");
        LOOKS.put("GESLOTEN_VOOR_ONTVANGST", """
                select number, number, 'Het dossier is gesloten op een dag voor de aanvraag aankwam.', null from dossier where closed_on < received_on""");
        LOOKS.put("BESLISSING_VOOR_HOREN", """
                select b.dossier, b.id::text, 'De beslissing is ondertekend voor het voornemen vertrok.', b.signed_on::timestamptz
                from besluit b join (select dossier, min(announced_on) as first from hearing group by dossier) h on h.dossier = b.dossier and b.signed_on < h.first
                where b.status in ('ONDERTEKEND', 'VERNIETIGD') and b.outcome in ('INGETROKKEN_AMBTSHALVE', 'INTREKKING_MET_VOORWAARDEN', 'INTREKKING_ZONDER_VOORWAARDEN',
                    'INTREKKING_UITWERKING', 'TERUGVORDEREN', 'BOETE_OPGELEGD')""");
        LOOKS.put("TAAK_ZONDER_DOSSIER", """
                select null, task_id, 'De taak "' || task_name || '" staat open bij ' || dossier || ', een dossier dat niet bestaat.', opened_at
                from inbox_row r where not exists (select from dossier d where d.number = r.dossier)""");
        LOOKS.put("TAAK_ZONDER_PROCEDURE", """
                select dossier, task_id, 'De taak "' || task_name || '" staat in een werklijst, maar in geen enkele procedure open.', opened_at
                from inbox_row r where not exists (select from act_ru_task t where t.id_ = r.task_id)""");
        LOOKS.put("PROCEDURE_ZONDER_TAAK", """
                select i.business_key_, t.id_, 'De stap "' || coalesce(t.name_, t.task_def_key_) || '" staat open, maar in geen enkele werklijst.', null
                from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_ join act_ru_execution i on i.id_ = e.root_proc_inst_id_
                where i.business_key_ is not null and not exists (select from inbox_row r where r.task_id = t.id_)""");
        LOOKS.put("BRIEF_VOOR_BESLISSING", """
                select b.dossier, l.id::text, 'De brief "' || l.title || '" draagt een vroegere dag van verzending dan de handtekening onder de beslissing.', l.sent_on::timestamptz
                from besluit b join letter l on l.id = b.letter where l.sent_on < b.signed_on and b.status in ('ONDERTEKEND', 'VERNIETIGD')""");
        LOOKS.put("TWEE_NEMERS", """
                select r.dossier, r.task_id, 'De taak "' || r.task_name || '" is volgens de werklijst van ' || r.assignee_name || ' en volgens de procedure van iemand anders.', r.claimed_at
                from inbox_row r join act_ru_task t on t.id_ = r.task_id where r.assignee is not null and t.assignee_ is not null and t.assignee_ <> r.assignee""");
        LOOKS.put("STAP_UIT_VOOR_IN", """
                select dossier, id::text, 'De stap "' || coalesce(element_name, element) || '" werd verlaten voor ze begon.', left_at from step where left_at < entered_at - interval '2 minutes'""");
        LOOKS.put("KLOK_ZONDER_PROCEDURE", """
                select null, j.id_, 'Een tijdklok wacht op een procedure die er niet meer is.', null from act_ru_job j
                where j.process_instance_id_ is not null and not exists (select from act_ru_execution e where e.id_ = j.process_instance_id_)""");
        LOOKS.put("TERMIJN_UIT_VOOR_IN", """
                select t.dossier, t.id::text, 'De termijn "' || r.name || '" stopte voor ze begon.', t.stopped_on::timestamptz
                from term t join term_rule r on r.code = t.rule and r.version = t.rule_version where t.stopped_on < t.started_on""");
        LOOKS.put("BETALING_ZONDER_BESLISSING", """
                select p.dossier, p.id::text, 'Er staat een betaling klaar of ze is gebeurd, zonder een ondertekende beslissing.', p.added_at
                from payment_payable p join dossier d on d.number = p.dossier and d.procedure = 'opleiding-terugbetaling'
                where not exists (select from besluit b where b.dossier = p.dossier and b.status in ('ONDERTEKEND', 'VERNIETIGD') and b.outcome <> 'GEWEIGERD')""");
        LOOKS.put("DOCUMENT_VOOR_DOSSIER", """
                select d.number, c.id::text, 'Het document "' || c.title || '" zat in het dossier voor dat bestond.', c.added_at
                from document c join dossier d on d.number = c.dossier where c.added_at < d.registered_at - interval '2 minutes'""");
        LOOKS.put("HANDELING_VOOR_VORIGE", """
                select dossier, seq::text, 'Handeling ' || seq || ' van de keten gebeurde volgens haar ogenblik voor handeling ' || seq - 1 || '.', at from (
                    select dossier, seq, at, lag(at) over (partition by dossier order by seq) as before from audit_entry) e
                where at < before - interval '2 minutes' and exists (select from dossier d where d.number = e.dossier)""");
        LOOKS.put("DOSSIER_ZONDER_KETEN", """
                select number, number, 'Het dossier bestaat, maar geen enkele handeling vertelt erover.', registered_at
                from dossier d where not exists (select from audit_entry a where a.dossier = d.number)""");
    }

    private final Norms norms;
    private final KeptFindings findings;
    private final JdbcClient jdbc;

    ImpossibleHistories(Norms norms, KeptFindings findings, JdbcClient jdbc) {
        this.norms = norms;
        this.findings = findings;
        this.jdbc = jdbc;
    }

    /** How many there are now. Each look is one statement: what is written meanwhile is seen whole or not at all. */
    int look() {
        List<Found> found = new ArrayList<>();
        for (Norm kind : norms.all()) {
            if (kind.pattern() == Pattern.ONMOGELIJK && LOOKS.containsKey(kind.code()) && kind.until() == null) {
                found.addAll(look(kind));
            }
        }
        findings.recordImpossible(LOOKS.keySet(), found);
        return found.size();
    }

    static Set<String> kinds() {
        return LOOKS.keySet();
    }

    private List<Found> look(Norm kind) {
        return jdbc.sql(("select l.dossier, l.thing, l.sentence, l.at, d.procedure from (%s) l (dossier, thing, sentence, at) left join dossier d on d.number = l.dossier"
                + " where not exists (select from destruction x where x.dossier = l.dossier) order by 1, 2")
                .formatted(LOOKS.get(kind.code()))).query((row, i) -> {
                    OffsetDateTime at = row.getObject(4, OffsetDateTime.class);
                    LocalDate day = at == null ? null : at.atZoneSameInstant(MovableClock.BRUSSELS).toLocalDate();
                    String sentence = row.getString(3);
                    return new Found(kind, row.getString(1) == null ? AuditLog.DEPARTMENT : row.getString(1), row.getString(5), row.getString(2), null,
                            day == null ? sentence : sentence + " Het gaat om " + Dates.prose(day) + ".", kind.likely(),
                            day == null ? List.of() : List.of(new Event(kind.code(), at.toInstant(), day, null, null, null, Set.of(), null, sentence)));
                }).list();
    }
}
