package be.dossierwerk.forecast;

import be.dossierwerk.board.BoardNorms;
import be.dossierwerk.board.Life;
import be.dossierwerk.board.Norm;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the lives of dossiers, measure by measure, and holds the chances of earlier months against what came. Changes nothing. */
@Component
class StudyNorms {

    /** {@code norm}: null for all; {@code shuffled}: a trial in which each dossier has the outcome of another one. */
    record Question(LocalDate day, String norm, long seed, boolean shuffled) { }

    /** {@code sha256}: of the events it was made from. */
    record Study(List<NormForecast> norms, String sha256) { }

    /** Dossiers of which nothing happened since say nothing of now, and the work does not grow with the years; of the others the whole life counts. */
    private static final int YEARS = 3;

    private final BoardNorms norms;
    private final JdbcTemplate jdbc;

    StudyNorms(BoardNorms norms, JdbcTemplate jdbc) {
        this.norms = norms;
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Study study(Question question) {
        Map<String, Map<String, List<Norm>>> byMeasure = norms.newest().stream().filter(norm -> question.norm == null || norm.code().equals(question.norm))
                .collect(Collectors.groupingBy(Norm::measure, LinkedHashMap::new, Collectors.groupingBy(Norm::code, LinkedHashMap::new, Collectors.toList())));
        MessageDigest digest = sha256();
        List<NormForecast> studied = new ArrayList<>();
        byMeasure.forEach((measure, codes) -> {
            List<Life> lives = lives(measure, question.day, digest);
            codes.values().forEach(rows -> studied.add(NormForecast.of(rows, rows.stream().map(norm -> courses(norm, lives, question)).toList(), question.day, question.seed)));
        });
        return new Study(List.copyOf(studied), HexFormat.of().formatHex(digest.digest()));
    }

    private static List<Course> courses(Norm norm, List<Life> lives, Question question) {
        List<Course> courses = lives.stream().flatMap(life -> Course.of(norm, life, question.day).stream()).toList();
        return question.shuffled ? BackTest.shuffled(courses, question.seed) : courses;
    }

    private List<Life> lives(String measure, LocalDate until, MessageDigest digest) {
        Map<String, Life> lives = new LinkedHashMap<>();
        jdbc.query("""
                select d.number, d.kind, d.channel, e.name, e.at from history_event e join history_dossier d on d.id = e.dossier
                where e.measure = ? and e.ended_at is null and e.at < ?
                and d.id in (select lately.dossier from history_event lately where lately.measure = ? and lately.ended_at is null and lately.at >= ? and lately.at < ?)
                order by d.number, e.at, e.place""", row -> {
            String number = row.getString(1);
            LocalDateTime at = row.getObject(5, LocalDateTime.class);
            digest.update("%s|%s|%s\n".formatted(number, row.getString(4), at).getBytes(StandardCharsets.UTF_8));
            Life life = lives.get(number);
            if (life == null) {
                life = new Life(number, measure, row.getString(2), row.getString(3), new ArrayList<>());
                lives.put(number, life);
            }
            life.events().add(new Life.Event(row.getString(4), at));
        }, measure, until.atStartOfDay(), measure, until.minusYears(YEARS).atStartOfDay(), until.atStartOfDay());
        return List.copyOf(lives.values());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
