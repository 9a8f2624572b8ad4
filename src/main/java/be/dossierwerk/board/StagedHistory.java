package be.dossierwerk.board;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of one file on their way in, in tables of their transaction alone: those that count, and those that are wrong with the reason. */
final class StagedHistory {

    private static final int BATCH = 10_000;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    StagedHistory(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Empty tables, gone when the transaction ends. */
    Rows begin() {
        jdbc.execute("""
                create temporary table history_row (line integer, dossier text, measure text, kind text, channel text, undertaking text, event text, at timestamp, amount numeric(14, 2))
                on commit drop""");
        jdbc.execute("create temporary table history_wrong (line integer, field text, value text, reason text) on commit drop");
        return new Rows();
    }

    /** What is read, not yet all of it in the tables. */
    final class Rows {

        private final CopyLines good = new CopyLines("history_row");
        private final CopyLines wrong = new CopyLines("history_wrong");
        private int pending;
        private int rows;
        private int rejected;

        void add(HistoryRow row) {
            if (row.accepted()) {
                good.add(row.line(), row.dossier(), row.measure(), row.kind(), row.channel(), row.undertaking(), row.event(), row.at(), row.amount());
            } else {
                wrong.add(row.line(), row.wrong().column(), row.wrong().value(), row.wrong().reason());
                rejected++;
            }
            rows++;
            if (++pending == BATCH) {
                write();
            }
        }

        int all() {
            return rows;
        }

        int rejected() {
            return rejected;
        }

        /** All rows stand in the tables from here on. */
        void end() {
            write();
            jdbc.execute("analyze history_row");
        }

        private void write() {
            good.write(jdbc);
            wrong.write(jdbc);
            pending = 0;
        }
    }

    /** What a dossier is does not change: what was told first holds. A dossier of our own diagrams tells its events itself. */
    int refuseOtherHeads() {
        return refuse("""
                select r.line, 'dossier', r.dossier, 'dit dossier loopt hier zelf; zijn gebeurtenissen komen niet uit een bestand'
                from history_row r where exists (select from dossier d where d.number = r.dossier)""")
                + refuse("""
                with head as (
                    select distinct on (r.dossier) r.dossier, coalesce(d.measure, r.measure) as measure, coalesce(d.kind, r.kind) as kind, coalesce(d.channel, r.channel) as channel,
                           case when d.id is null then r.undertaking else coalesce(d.undertaking, '') end as undertaking
                    from history_row r left join history_dossier d on d.number = r.dossier order by r.dossier, r.line)
                select r.line, 'rij', r.dossier, 'dit dossier had eerder een andere maatregel, soort, kanaal of onderneming'
                from history_row r join head h using (dossier) where (r.measure, r.kind, r.channel, r.undertaking) <> (h.measure, h.kind, h.channel, h.undertaking)""");
    }

    int refuseRepeats() {
        return refuse("""
                select line, 'rij' as field, dossier || ' ' || event as value, 'deze rij staat ook al op regel ' || first as reason
                from (select *, min(line) over (partition by dossier, event, at, amount) as first from history_row) r where line > first""");
    }

    int removeKnown() {
        return jdbc.update("""
                delete from history_row r using history_dossier d, history_event e
                where d.number = r.dossier and e.dossier = d.id and e.ended_at is null and e.at = r.at and e.name = r.event
                and e.amount is not distinct from r.amount""");
    }

    /** Rows of a dossier stand in the order in which it happened: what lies before a row above it is a wrong date. */
    int refuseDisorder() {
        return refuse("""
                select line, 'at', to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS'), 'dit ligt v\u00f3\u00f3r de rij ervoor van hetzelfde dossier'
                from (select *, max(at) over (partition by dossier order by line rows between unbounded preceding and 1 preceding) as before from history_row) r where at < before""");
    }

    /** A file carries a dossier on from where it was known: so it comes to the same whether a file arrives whole or in parts (ADR 0036). */
    int refuseEarlierThanKnown() {
        return refuse("""
                with known as (
                    select d.number, max(e.at) as last from history_dossier d join history_event e on e.dossier = d.id and e.ended_at is null
                    where d.number in (select dossier from history_row) group by d.number)
                select r.line, 'at', to_char(r.at, 'YYYY-MM-DD"T"HH24:MI:SS'), 'van dit dossier is al bekend wat later gebeurde, tot ' || to_char(k.last, 'YYYY-MM-DD"T"HH24:MI:SS')
                from history_row r join known k on k.number = r.dossier where r.at < k.last""");
    }

    private int refuse(String wrong) {
        return jdbc.update("with wrong (line, field, value, reason) as (" + wrong + "), gone as (delete from history_row r using wrong w where r.line = w.line)"
                + " insert into history_wrong select * from wrong");
    }

    /** Makes what is left part of the history. @return the dossiers to which something happened */
    List<Long> add() {
        jdbc.update("""
                insert into history_dossier (number, measure, kind, channel, undertaking, group_file, origin)
                select distinct on (dossier) dossier, measure, kind, channel, nullif(undertaking, ''), substring(dossier from '^(.+-G[0-9]+)-'), 'INVOER' from history_row order by dossier, line
                on conflict (number) do nothing""");
        jdbc.update("""
                insert into history_event (dossier, at, place, name, amount, measure, kind, channel, recorded_at)
                select d.id, r.at, (select coalesce(max(id), 0) from history_import) * 10000000000 + r.line, r.event, r.amount, r.measure, r.kind, r.channel, ?
                from history_row r join history_dossier d on d.number = r.dossier order by d.id, r.at, r.line""", OffsetDateTime.now(clock));
        return jdbc.queryForList("select distinct d.id from history_row r join history_dossier d on d.number = r.dossier order by d.id", Long.class);
    }

    /** The wrong rows, kept with their import. */
    void keepRejections(long id) {
        jdbc.update("insert into history_rejection (import, line, field, value, reason) select ?, line, field, value, reason from history_wrong", id);
    }
}
