package be.dossierwerk.audit;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The triggers and functions that guard the record, held against what they must be (ADR 0025). */
@Component
public class Guards {

    /** What is wrong with a guard. */
    public enum Fault { GONE, OFF, EVADABLE, REPLACED }

    /** {@code table} is empty for a function. */
    public record Unsound(String table, String name, Fault fault) { }

    /** Without these no list of guards is believed. */
    private static final String[] ALWAYS = {"audit_entry_append_only", "audit_content_append_only", "audit_content_destroyed", "audit_content_whole", "audit_key_append_only",
        "audit_key_destroyed", "audit_key_whole", "audit_seal_append_only", "audit_seal_leaf_append_only", "audit_seal_key_append_only", "audit_guard_append_only",
        "audit_guard_journal", "destruction_append_only", "destruction_whole", "row_change_append_only", "row_change_by_trigger", "row_change_carried", "party_journal",
        "document_journal", "refuse_audit_change", "keep_until_destruction", "destroyed_whole", "carried_by_entry", "journal_change", "journal_short", "journal_truncate"};

    private final JdbcClient jdbc;

    Guards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Unsound> unsound() {
        return jdbc.sql("""
                with known as (select distinct on (on_table, name) on_table, name, looks from audit_guard order by on_table, name, id desc)
                select coalesce(k.on_table, n.on_table, ''), coalesce(k.name, a.name), n.name is null, n.enabled, k.looks is distinct from n.looks
                from (select * from known where looks is not null and (on_table = '' or to_regclass(quote_ident(on_table)) is not null)) k
                full join unnest(cast(? as text[])) a (name) on a.name = k.name
                left join audit_guard_now n on n.name = coalesce(k.name, a.name) and n.on_table = coalesce(k.on_table, n.on_table)
                where n.name is null or n.enabled <> 'A' or k.looks is distinct from n.looks order by 1, 2""").param(ALWAYS)
                .query((row, i) -> new Unsound(row.getString(1), row.getString(2), row.getBoolean(3) ? Fault.GONE : "D".equals(row.getString(4)) ? Fault.OFF
                        : row.getBoolean(5) ? Fault.REPLACED : Fault.EVADABLE)).list();
    }
}
