package be.dossierwerk.board;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the events of dossiers that run on our own diagrams beside those of other systems, judged by the same norms. Doing it again changes nothing; what turned
 * out otherwise is ended and told anew, so that a period can be computed from what was known at a time (ADR 0032).
 */
@Component
class KeepOwnDossiers {

    /** Room between two acts of one day for what was told of them before. */
    private static final int PLACES = 1_000;

    private static final String TOLD = """
            with told as (
                select h.id as dossier, t.at::timestamp as at, t.name, t.amount, t.place, h.measure, h.kind, h.channel
                from unnest(:numbers::text[], :days::date[], :names::text[], :amounts::numeric[], :places::int[]) t (number, at, name, amount, place)
                join history_dossier h on h.number = t.number and h.origin = 'EIGEN')
            """;

    private final ReadOwnDossiers readOwnDossiers;
    private final JudgeDossiers judgeDossiers;
    private final HistoryLock history;
    private final JdbcClient jdbc;
    private final Clock clock;

    KeepOwnDossiers(ReadOwnDossiers readOwnDossiers, JudgeDossiers judgeDossiers, HistoryLock history, JdbcClient jdbc, Clock clock) {
        this.readOwnDossiers = readOwnDossiers;
        this.judgeDossiers = judgeDossiers;
        this.history = history;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Gives how many of them are otherwise than before; numbers that the board does not count are passed over. */
    @Transactional
    int keep(Collection<String> dossiers) {
        history.toAdd();
        lock(dossiers);
        List<OwnDossier> own = readOwnDossiers.of(dossiers);
        if (own.isEmpty()) {
            return 0;
        }
        heads(own);
        TreeSet<Long> changed = new TreeSet<>(events(own));
        judgeDossiers.judge(List.copyOf(changed));
        return changed.size();
    }

    /** Whoever else looks at them waits, and then reads what is newer. */
    private void lock(Collection<String> dossiers) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(number, 32)) from (select number from unnest(?::text[]) number order by number) each")
                .param(dossiers.toArray(String[]::new)).query().listOfRows();
    }

    /** A number that came from a file stays what the file says. */
    private void heads(List<OwnDossier> own) {
        jdbc.sql("""
                insert into history_dossier as h (number, measure, kind, channel, undertaking, group_file, origin, seq)
                select number, measure, kind, channel, undertaking, group_file, 'EIGEN', seq
                from unnest(:numbers::text[], :measures::text[], :kinds::text[], :channels::text[], :undertakings::text[], :files::text[], :seqs::bigint[])
                    t (number, measure, kind, channel, undertaking, group_file, seq) order by number
                on conflict (number) do update set measure = excluded.measure, kind = excluded.kind, channel = excluded.channel, undertaking = excluded.undertaking,
                    group_file = excluded.group_file, seq = excluded.seq where h.origin = 'EIGEN'""")
                .param("numbers", own.stream().map(OwnDossier::number).toArray(String[]::new)).param("measures", own.stream().map(OwnDossier::measure).toArray(String[]::new))
                .param("kinds", own.stream().map(OwnDossier::kind).toArray(String[]::new)).param("channels", own.stream().map(OwnDossier::channel).toArray(String[]::new))
                .param("undertakings", own.stream().map(OwnDossier::undertaking).toArray(String[]::new)).param("files", own.stream().map(OwnDossier::groupFile).toArray(String[]::new))
                .param("seqs", own.stream().map(OwnDossier::seq).toArray(Long[]::new)).update();
    }

    /** Gives the dossiers of which an event ended or came. */
    private List<Long> events(List<OwnDossier> own) {
        List<String> numbers = new ArrayList<>();
        List<OwnDossier.Event> events = new ArrayList<>();
        own.forEach(dossier -> dossier.events().forEach(event -> {
            numbers.add(dossier.number());
            events.add(event);
        }));
        List<Long> ended = told("""
                update history_event e set ended_at = greatest(e.recorded_at, :now) from history_dossier h
                where h.number = any(:numbers) and h.origin = 'EIGEN' and e.dossier = h.id and e.ended_at is null and not exists (
                    select from told t where (t.dossier, t.at, t.name, t.measure, t.kind, t.channel) = (e.dossier, e.at, e.name, e.measure, e.kind, e.channel)
                    and t.amount is not distinct from e.amount)
                returning e.dossier""", numbers, events);
        List<Long> added = told("""
                insert into history_event (dossier, at, place, name, amount, measure, kind, channel, recorded_at)
                select t.dossier, t.at, t.place + (select count(*) from history_event e where (e.dossier, e.at, e.name) = (t.dossier, t.at, t.name))
                           + row_number() over (partition by t.dossier, t.at, t.name order by t.amount), t.name, t.amount, t.measure, t.kind, t.channel, :now
                from told t where not exists (
                    select from history_event e where (e.dossier, e.at, e.name) = (t.dossier, t.at, t.name) and e.amount is not distinct from t.amount and e.ended_at is null)
                returning dossier""", numbers, events);
        return Stream.concat(ended.stream(), added.stream()).toList();
    }

    private List<Long> told(String sql, List<String> numbers, List<OwnDossier.Event> events) {
        return jdbc.sql(TOLD + sql).param("now", OffsetDateTime.now(clock)).param("numbers", numbers.toArray(String[]::new))
                .param("days", events.stream().map(event -> event.on().toString()).toArray(String[]::new))
                .param("names", events.stream().map(event -> event.act().event()).toArray(String[]::new))
                .param("amounts", events.stream().map(event -> event.amount() == null ? null : event.amount().toPlainString()).toArray(String[]::new))
                .param("places", events.stream().map(event -> event.act().ordinal() * PLACES).toArray(Integer[]::new)).query(Long.class).list();
    }
}
