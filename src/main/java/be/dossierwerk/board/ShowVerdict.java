package be.dossierwerk.board;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Why one dossier met a norm or missed it: its events, the pauses that counted, and its other norms. */
@Service
public class ShowVerdict {

    /** {@code last}: null for a norm in hours; {@code used}, {@code paused}: days, or hours begun. */
    public record Verdict(Norm norm, String name, String measureName, LocalDate countedOn, boolean met, LocalDateTime from, LocalDateTime to, LocalDate last, int used, int paused) {

        /** Days from the first to the last day in time, pauses left out; of a norm in hours its hours. */
        public long allowed() {
            return last == null ? norm.limit().time().plusMinutes(59).toHours() : ChronoUnit.DAYS.between(from.toLocalDate(), last) - paused;
        }

        /** Days after the last one in time, negative before it; of a norm in hours the hours too many. */
        public long over() {
            return last == null ? met ? 0 : Math.max(1, used - allowed()) : ChronoUnit.DAYS.between(last, to.toLocalDate());
        }
    }

    /** {@code waited}: the days within the norm that did not count; {@code groupSize}: dossiers in its group file; {@code ours}: it has a page here. */
    public record Account(String dossier, String kind, String channel, String group, long groupSize, boolean ours, Verdict verdict, List<Life.Event> events, List<Life.Waited> waited,
                          List<Verdict> others) { }

    private record Dossier(long id, String group, long groupSize, boolean ours) { }

    private final JdbcClient jdbc;
    private final Lives lives;
    private final CurrentActor currentActor;

    ShowVerdict(JdbcClient jdbc, Lives lives, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.lives = lives;
        this.currentActor = currentActor;
    }

    /** @throws Refused security.role-missing, board.account-unknown */
    @Transactional(readOnly = true)
    public Account of(String code, String number) {
        currentActor.require(ShowBoard.READERS);
        Dossier dossier = jdbc.sql("""
                select d.id, d.group_file, (select count(*) from history_dossier g where g.group_file = d.group_file), d.origin = 'EIGEN' from history_dossier d where d.number = ?""").param(number)
                .query((row, i) -> new Dossier(row.getLong(1), row.getString(2), row.getLong(3), row.getBoolean(4))).optional().orElseThrow(() -> unknown(code, number));
        List<Verdict> verdicts = verdicts(dossier.id);
        Verdict asked = verdicts.stream().filter(verdict -> verdict.norm.code().equals(code)).findFirst().orElseThrow(() -> unknown(code, number));
        Life life = lives.of(new Long[] {dossier.id}).get(dossier.id);
        boolean pausesCount = asked.norm.withoutPauses() && asked.last != null;
        return new Account(number, life.kind(), life.channel(), dossier.group, dossier.groupSize, dossier.ours, asked, life.events(),
                pausesCount ? life.waited(asked.from.toLocalDate(), asked.to.toLocalDate()) : List.of(), verdicts.stream().filter(verdict -> verdict != asked).toList());
    }

    private static Refused unknown(String code, String number) {
        return new Refused("board.account-unknown", number, code);
    }

    /** Each in the newest version that judged it. */
    private List<Verdict> verdicts(long dossier) {
        return jdbc.sql("""
                select r.code, r.version, r.place, n.measure, r.start_event, r.stop_event, r.unit, r.amount, r.without_pauses, r.filter, r.counted_in,
                       n.name, n.measure_name, a.counted_on, a.met, a.from_at, a.to_at, a.last_on, a.used, a.paused
                from board_account a join board_norm n using (code, version) join board_norm_row r on r.code = a.code and r.version = a.version and r.place = a.row_place
                where a.dossier = :dossier and not exists (select 1 from board_account newer where newer.dossier = a.dossier and newer.code = a.code and newer.version > a.version)
                order by n.place, r.place""").param("dossier", dossier)
                .query((row, i) -> new Verdict(BoardNorms.row(row, i), row.getString(12), row.getString(13), row.getObject(14, LocalDate.class), row.getBoolean(15),
                        row.getObject(16, LocalDateTime.class), row.getObject(17, LocalDateTime.class), row.getObject(18, LocalDate.class), row.getInt(19), row.getInt(20))).list();
    }
}
