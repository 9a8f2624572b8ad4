package be.dossierwerk.audit;

import be.dossierwerk.audit.proof.Actions;
import be.dossierwerk.audit.proof.EntryHash;
import be.dossierwerk.security.Actor;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The end of a dossier's chain, to which entries are added one by one. */
final class ChainEnd {

    /** Whose act an entry is, and when. */
    record Whose(Instant at, String actor, String roles) {

        /** {@code insteadOf}: the login of who is replaced, or null. */
        static Whose of(Actor actor, String insteadOf, Clock clock) {
            Stream<String> authority = Stream.concat(actor.roles().stream().sorted(), Stream.ofNullable(insteadOf).map(absent -> "vervangt:" + absent));
            return new Whose(clock.instant().truncatedTo(ChronoUnit.MICROS), actor.id(), authority.collect(Collectors.joining(" ")));
        }
    }

    /** The last entry of a dossier; seq 0 and an empty hash before the first. The key is null before the first, and while it is destroyed. */
    record Head(String dossier, long seq, String hash, byte[] key) { }

    /** The end of the chain once that entry is there, and what the entry commits to. */
    record Linked(Head head, String commitment) { }

    private static final SecureRandom RANDOM = new SecureRandom();

    private ChainEnd() { }

    /** Locks the dossier's chain until the transaction ends; waits for who has it. */
    static Head lock(JdbcClient jdbc, String dossier) {
        return jdbc.sql("select seq, hash, key from locked_chain_end(?)").param(dossier)
                .query((row, i) -> new Head(dossier, row.getLong(1), row.getString(2), row.getBytes(3))).single();
    }

    /** What changed in one transaction, told by rows of row_change: they go when an entry carries them. */
    record Carried(String xact, Long[] ids) { }

    /** Gives the new end. */
    static Head append(JdbcClient jdbc, Head head, Whose whose, String action, String content) {
        return append(jdbc, head, whose, action, content, null);
    }

    /**
     * Gives the new end. {@code carried}: what the content tells, or null.
     * @throws IllegalStateException as {@link #link}
     */
    static Head append(JdbcClient jdbc, Head head, Whose whose, String action, String content, Carried carried) {
        Linked linked = link(head, whose, action, content);
        var insert = jdbc.sql("with " + (head.key == null ? "made as (insert into audit_key (dossier, key) values (:dossier, :key)), " : "")
                + (carried == null ? "" : "gone as (delete from row_change where xact = cast(:xact as xid8) and id = any(:ids)), ") + """
                said as (insert into audit_content (dossier, seq, content) values (:dossier, :seq, :content))
                insert into audit_entry (dossier, seq, at, actor, roles, action, commitment, previous, hash)
                values (:dossier, :seq, :at, :actor, :roles, :action, :commitment, :previous, :hash)""")
                .param("dossier", head.dossier).param("seq", linked.head.seq).param("content", content).param("at", OffsetDateTime.ofInstant(whose.at, ZoneOffset.UTC))
                .param("actor", whose.actor).param("roles", whose.roles).param("action", action).param("commitment", linked.commitment)
                .param("previous", head.hash).param("hash", linked.head.hash);
        if (head.key == null) {
            insert = insert.param("key", linked.head.key);
        }
        if (carried != null) {
            insert = insert.param("xact", carried.xact).param("ids", carried.ids);
        }
        insert.update();
        return linked.head;
    }

    /**
     * The entry that would come behind that head; nothing is written.
     * @throws IllegalStateException when the key is gone: a new one would hide that, but after a destruction
     */
    static Linked link(Head head, Whose whose, String action, String content) {
        if (head.key == null && head.seq > 0 && !action.equals(Actions.DESTROYED)) {
            throw new IllegalStateException("the key of " + head.dossier + " is gone: nothing can be added to its chain");
        }
        long seq = head.seq + 1;
        byte[] key = head.key == null ? newKey() : head.key;
        String commitment = EntryHash.commitment(key, head.dossier, seq, content);
        return new Linked(new Head(head.dossier, seq, EntryHash.hash(head.dossier, seq, whose.at, whose.actor, whose.roles, action, commitment, head.hash), key), commitment);
    }

    private static byte[] newKey() {
        byte[] key = new byte[EntryHash.KEY_BYTES];
        RANDOM.nextBytes(key);
        return key;
    }
}
