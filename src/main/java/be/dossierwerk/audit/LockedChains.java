package be.dossierwerk.audit;

import be.dossierwerk.audit.ChainEnd.Head;
import be.dossierwerk.shared.KeptInTransaction;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The chains that this transaction has locked, with their ends; of those that were tried together the ends are read when they are asked for. Until it ends nobody else can
 * add to them, so that neither is asked twice. What is locked after a savepoint is free again after a return to it, and so are the entries gone: then all is asked anew.
 */
final class LockedChains {

    private final JdbcClient jdbc;
    /** By dossier; empty while the end is not known. */
    private final KeptInTransaction<String, Optional<Head>> mine = new KeptInTransaction<>();

    LockedChains(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void lock(String dossier) {
        if (!has(dossier)) {
            mine.now().put(dossier, Optional.of(ChainEnd.lock(jdbc, dossier)));
        }
    }

    boolean has(String dossier) {
        return mine.now().containsKey(dossier);
    }

    /** Locks those that nobody has locked, without waiting, and gives them. */
    Set<String> tryLock(Collection<String> dossiers) {
        Set<String> locked = ChainEnds.tryLock(jdbc, dossiers);
        locked.forEach(dossier -> mine.now().putIfAbsent(dossier, Optional.empty()));
        return locked;
    }

    /** Of a dossier that is locked. */
    Head end(String dossier) {
        return mine.now().getOrDefault(dossier, Optional.empty()).orElseGet(() -> ChainEnd.lock(jdbc, dossier));
    }

    /** Of dossiers that are locked. */
    Map<String, Head> ends(Collection<String> dossiers) {
        Map<String, Head> ends = new HashMap<>();
        dossiers.forEach(dossier -> mine.now().getOrDefault(dossier, Optional.empty()).ifPresent(end -> ends.put(dossier, end)));
        List<String> others = dossiers.stream().filter(dossier -> !ends.containsKey(dossier)).toList();
        if (!others.isEmpty()) {
            ends.putAll(ChainEnds.heads(jdbc, others));
        }
        return ends;
    }

    /** This transaction added entries: the chain ends there now. */
    void moved(Head end) {
        mine.now().computeIfPresent(end.dossier(), (dossier, before) -> Optional.of(end));
    }

    /** Its end and its key are read again. */
    void forgetEnd(String dossier) {
        mine.now().computeIfPresent(dossier, (locked, before) -> Optional.empty());
    }
}
