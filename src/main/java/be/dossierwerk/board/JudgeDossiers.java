package be.dossierwerk.board;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Holds dossiers against the norms of their measure and keeps each account, so that a period is counted without reading what lies before it. */
@Component
class JudgeDossiers {

    private final BoardNorms norms;
    private final Lives lives;
    private final JdbcTemplate jdbc;

    JudgeDossiers(BoardNorms norms, Lives lives, JdbcTemplate jdbc) {
        this.norms = norms;
        this.lives = lives;
        this.jdbc = jdbc;
    }

    /** What was said of them before is replaced. */
    @Transactional(propagation = Propagation.MANDATORY)
    void judge(List<Long> dossiers) {
        judge(dossiers, norms.newest());
    }

    /** By these alone. What was said of them by these before is replaced. */
    @Transactional(propagation = Propagation.MANDATORY)
    void judge(List<Long> dossiers, List<Norm> by) {
        Map<String, List<Norm>> byMeasure = by.stream().collect(Collectors.groupingBy(Norm::measure));
        // At once for all: a statement that comes back for each batch keeps the plan of when the table was nearly empty.
        jdbc.update("delete from board_account a using unnest(?::bigint[]) d(id) where a.dossier = d.id and (a.code, a.version) in (select * from unnest(?::text[], ?::integer[]))",
                dossiers.toArray(Long[]::new), by.stream().map(Norm::code).toArray(String[]::new), by.stream().map(Norm::version).toArray(Integer[]::new));
        for (int from = 0; from < dossiers.size(); from += Lives.BATCH) {
            batch(dossiers.subList(from, Math.min(from + Lives.BATCH, dossiers.size())).toArray(Long[]::new), byMeasure);
        }
    }

    private void batch(Long[] dossiers, Map<String, List<Norm>> byMeasure) {
        CopyLines accounts = new CopyLines("board_account (code, version, dossier, row_place, kind, channel, counted_on, met, from_at, to_at, last_on, used, paused)");
        lives.of(dossiers).forEach((id, life) -> byMeasure.getOrDefault(life.measure(), List.of()).forEach(norm -> norm.judge(life).ifPresent(account ->
                accounts.add(norm.code(), norm.version(), id, norm.place(), life.kind(), life.channel(), account.countedOn(), account.met(), account.from(), account.to(), account.last(),
                        account.used(), account.paused()))));
        accounts.write(jdbc);
    }
}
