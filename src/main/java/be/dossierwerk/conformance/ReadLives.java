package be.dossierwerk.conformance;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.shared.MovableClock;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What happened in some dossiers, in five statements however many they are: the chain, what the tables say of decisions, letters and tasks, terms, who is kept out, and rights. */
@Component
class ReadLives {

    /** From the row of a letter to the entry that tells of it, in one transaction. */
    private static final Duration OF_ONE_ACT = Duration.ofMinutes(1);
    private static final String SIGNING = "BRIEF_ONDERTEKEND";
    private static final String CLOSING = "DOSSIER_GESLOTEN";

    private static final String ACTS = """
            select a.dossier, d.procedure, d.outcome, a.seq, a.at, a.actor, a.roles, a.action, c.content::json ->> 'name', c.content::json ->> 'sentence'
            from audit_entry a join dossier d on d.number = a.dossier left join audit_content c using (dossier, seq)
            where a.dossier = any(:dossiers) and not exists (select from destruction x where x.dossier = a.dossier) order by a.dossier, a.seq""";

    private static final String ROWS = """
            with signed as (
                select b.*, l.signed_at, l.made_at, l.sent_on, l.status as letter_status, b.status in ('ONDERTEKEND', 'VERNIETIGD') as taken
                from besluit b left join letter l on l.id = b.letter where b.dossier = any(:dossiers))
            select dossier, 'OPGESTELD/' || outcome, drafted_at, null::date, drafter, drafter_name, id::text, 'Beslissing opstellen' from signed
            union all select dossier, 'NAGEKEKEN/' || outcome, coalesce(made_at, drafted_at), null, checker, checker_name, id::text, 'Beslissing nakijken' from signed where checker is not null
            union all select dossier, 'GOEDGEKEURD/' || outcome, coalesce(made_at, drafted_at), null, approver, approver_name, id::text, 'Beslissing goedkeuren' from signed where approver is not null
            union all select dossier, 'ONDERTEKEND/' || outcome, signed_at, signed_on, signatory, signatory_name, id::text, 'Beslissing ondertekenen' from signed where taken
            union all select dossier, 'MOTIVERING/' || outcome, signed_at, signed_on, drafter, drafter_name, id::text, 'Motivering' from signed
                where taken and legal_ground ~ '\\S' and facts ~ '\\S' and reasons ~ '\\S'
            union all select dossier, 'BEROEPSCLAUSULE/' || outcome, signed_at, signed_on, drafter, drafter_name, id::text, 'Beroepsclausule' from signed where taken and appeal_clause ~ '\\S'
            union all select dossier, 'BETEKEND/' || outcome, null, sent_on, null, null, id::text, 'Beslissing verzenden' from signed where letter_status = 'VERZONDEN' and sent_on is not null
            union all select dossier, 'BRIEF/' || kind, made_at, null, made_by, null, null, 'brief "' || title || '" opmaken' from letter where dossier = any(:dossiers)
            union all select dossier, 'TAAK/' || task_key, completed_at, null, completed_by, completed_by_name, null, 'taak "' || task_name || '"' from inbox_done where dossier = any(:dossiers)""";

    /** The decision that is contested, also when that was taken on an appeal itself, and everybody who had a part in it; those whom a complaint is about. */
    private static final String KEPT_OUT = """
            with recursive contested as (
                select appeal as root, contested, besluit from contest where appeal = any(:dossiers)
                union select c.root, n.contested, n.besluit from contested c join contest n on n.appeal = c.contested),
            act as (select c.root, b.*, coalesce(l.signed_at, l.made_at, b.drafted_at) as until from contested c join besluit b on b.id = c.besluit left join letter l on l.id = b.letter)
            select root, person from act cross join lateral (values (drafter), (checker), (approver), (signatory)) p (person)
            union select a.root, p.person from act a join besluit r on r.dossier = a.dossier and r.status = 'TERUGGESTUURD' and r.drafted_at <= a.drafted_at
                cross join lateral (values (r.drafter), (r.checker), (r.approver), (r.signatory)) p (person)
            union select a.root, t.completed_by from act a join inbox_done t on t.dossier = a.dossier and t.completed_at <= a.until and t.task_key like '%NotaOpstellen'
            union select a.root, e.actor from act a join audit_entry e on e.dossier = a.dossier and e.at <= a.until and e.action not in ('FEITEN', 'GELEZEN')
                and string_to_array(e.roles, ' ') && array['dc-commissie', 'dc-voorzitter', 'ofdc-commissie', 'vsi-inspecteur']
            union select dossier, person from klacht_person where dossier = any(:dossiers)""";

    private static final class Growing {
        private final List<Event> events = new ArrayList<>();
        private final List<Life.Term> terms = new ArrayList<>();
        private final Set<String> keptOut = new HashSet<>();
        private String procedure;
        private String outcome;
        private Event closed;
        private Long outside;
        private long seq;
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    ReadLives(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those that exist, have a chain and were not destroyed, in any order; one picture of all tables, so that an act that comes meanwhile is no deviation. */
    @Transactional(propagation = Propagation.REQUIRES_NEW, isolation = Isolation.REPEATABLE_READ, readOnly = true)
    public List<Life> of(Collection<String> dossiers) {
        String[] asked = dossiers.toArray(String[]::new);
        Map<String, Growing> all = new LinkedHashMap<>();
        jdbc.sql(ACTS).param("dossiers", asked).query(row -> {
            act(all.computeIfAbsent(row.getString(1), dossier -> new Growing()), row);
        });
        jdbc.sql(ROWS).param("dossiers", asked).query(row -> {
            Growing life = all.get(row.getString(1));
            if (life != null) {
                life.events.add(fact(life, row));
            }
        });
        jdbc.sql("""
                select t.dossier, t.id, t.rule, r.name, t.started_on, t.due_on, t.stopped_on from term t join term_rule r on r.code = t.rule and r.version = t.rule_version
                where t.dossier = any(:dossiers) order by t.started_on, t.id""").param("dossiers", asked).query(row -> {
                    Growing life = all.get(row.getString(1));
                    if (life != null) {
                        life.terms.add(new Life.Term(row.getLong(2), row.getString(3), row.getString(4), row.getObject(5, LocalDate.class), row.getObject(6, LocalDate.class),
                                row.getObject(7, LocalDate.class)));
                    }
                });
        jdbc.sql(KEPT_OUT).param("dossiers", asked).query(row -> {
            if (all.containsKey(row.getString(1)) && row.getString(2) != null) {
                all.get(row.getString(1)).keptOut.add(row.getString(2));
            }
        });
        Map<String, List<Life.Rights>> rights = rights(all.values().stream().flatMap(life -> life.events.stream()).filter(Event::byPerson).map(Event::actor).collect(Collectors.toSet()));
        LocalDate today = LocalDate.now(clock);
        List<Life> lives = new ArrayList<>();
        all.forEach((dossier, life) -> {
            if (life.closed != null && life.outcome != null) {
                Event closed = life.closed;
                life.events.add(new Event("GESLOTEN/" + life.outcome, closed.at(), closed.day(), closed.seq(), closed.actor(), closed.name(), closed.roles(), null, closed.what()));
            }
            life.events.sort(Comparator.comparing(ReadLives::moment).thenComparing(Event::seq, Comparator.nullsLast(Comparator.naturalOrder())));
            lives.add(new Life(dossier, life.procedure, today, life.seq, life.events, life.terms, rights, life.keptOut, life.outside));
        });
        return lives;
    }

    private static void act(Growing life, ResultSet row) throws SQLException {
        life.procedure = row.getString(2);
        life.outcome = row.getString(3);
        life.seq = row.getLong(4);
        String action = row.getString(8);
        if (action.equals(AuditLog.OUTSIDE)) {
            life.outside = life.seq;
        }
        if (action.equals(AuditLog.FACTS) || action.equals(AuditLog.OUTSIDE)) {
            return;
        }
        Instant at = row.getObject(5, OffsetDateTime.class).toInstant();
        String actor = row.getString(6);
        Event event = new Event(action, at, day(at), life.seq, actor, row.getString(9) == null ? actor : row.getString(9), Set.copyOf(Arrays.asList(row.getString(7).split(" "))), null,
                row.getString(10) == null ? "De inhoud van deze handeling is vernietigd." : row.getString(10));
        life.events.add(event);
        if (action.equals(CLOSING)) {
            life.closed = event;
        }
    }

    private static Event fact(Growing life, ResultSet row) throws SQLException {
        String code = row.getString(2);
        OffsetDateTime moment = row.getObject(3, OffsetDateTime.class);
        Instant at = moment == null ? null : moment.toInstant();
        LocalDate day = row.getObject(4, LocalDate.class) == null ? day(at) : row.getObject(4, LocalDate.class);
        String actor = row.getString(5);
        Event told = code.startsWith("ONDERTEKEND/") ? signing(life, actor, at) : null;
        return new Event(code, at, day, told == null ? null : told.seq(), actor, row.getString(6), told == null ? Set.of() : told.roles(), row.getString(7), row.getString(8));
    }

    /** The entry in which this person signed at that moment; null when the chain tells of none. */
    private static Event signing(Growing life, String signatory, Instant at) {
        return at == null ? null : life.events.stream().filter(event -> event.code().equals(SIGNING) && event.actor().equals(signatory)
                && !event.at().isBefore(at.minusMillis(1)) && event.at().isBefore(at.plus(OF_ONE_ACT))).findFirst().orElse(null);
    }

    private Map<String, List<Life.Rights>> rights(Set<String> people) {
        Map<String, List<Life.Rights>> all = new HashMap<>();
        jdbc.sql("""
                select person, at, array(select json_array_elements_text(roles)) from (
                    select a.seq, a.at, c.content::json -> 'after' ->> 'persoon' as person, c.content::json -> 'after' -> 'rollen' as roles
                    from audit_entry a join audit_content c using (dossier, seq) where a.dossier = ? and a.action = 'RECHTEN_GEZIEN') seen
                where person = any(?) order by seq""").params(AuditLog.DEPARTMENT, people.toArray(String[]::new)).query(row -> {
                    Array roles = row.getArray(3);
                    all.computeIfAbsent(row.getString(1), person -> new ArrayList<>())
                            .add(new Life.Rights(row.getObject(2, OffsetDateTime.class).toInstant(), Set.of((String[]) roles.getArray())));
                });
        return all;
    }

    private static Instant moment(Event event) {
        return event.at() != null ? event.at() : event.day().atStartOfDay(MovableClock.BRUSSELS).toInstant();
    }

    private static LocalDate day(Instant at) {
        return at.atZone(MovableClock.BRUSSELS).toLocalDate();
    }
}
