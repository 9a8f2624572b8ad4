package be.dossierwerk.training;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The trainings and the files in which they were filed, as they stand; asks no role. */
@Service
public class Trainings {

    /** Who filed; {@code kind}: ERKENDE_ONDERNEMING or VERSTREKKER; {@code recognition}: its dossier, or null. */
    public record TrainingFile(String number, String applicantKind, String enterpriseNumber, String name, String recognition, String qualityNumber, String street,
                               String postalCode, String municipality, String email) { }

    /** A recognised undertaking whose workers follow the trainings. */
    public record Undertaking(String enterpriseNumber, String name, String recognition) { }

    /** A planned day. */
    public record Session(LocalDate heldOn, String place) { }

    /** What the committee said; {@code advice}: GUNSTIG, ONGUNSTIG, VOORWAARDELIJK, UITGESTELD, or null while the item waits. */
    public record Advice(LocalDate session, String advice, LocalDate givenOn, Integer present, Boolean quorum, String reasons) { }

    /** What the applicant wrote on a negative advice, null until it came, and how it was assessed. */
    public record Reaction(LocalDate askedOn, LocalDate receivedOn, String summary, String assessment) { }

    private static final String COLUMNS = """
            select dossier, file, position, title, theme, kind, goal, content, method, audience, hours, max_participants, trainer, experience, provider_number,
                   provider_name, quality_number, price, language, eligible_from, status, topic_fits, registered_from, registered_to, registration, findings, outlook,
                   approved_on, valid_to
            from training""";

    private final JdbcClient jdbc;

    Trainings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty for a dossier of another procedure. */
    public Optional<Training> find(String dossier) {
        return jdbc.sql(COLUMNS + " where dossier = ?").param(dossier).query(Training.class).optional();
    }

    Training get(String dossier) {
        return find(dossier).orElseThrow(() -> new IllegalStateException("no training in " + dossier));
    }

    /** In the order in which they were filed; the number may be of a group or of a training that was filed alone. */
    public List<Training> ofFile(String number) {
        return jdbc.sql(COLUMNS + " where file = ? order by position").param(number).query(Training.class).list();
    }

    public Optional<TrainingFile> file(String number) {
        return jdbc.sql("""
                select number, applicant_kind, enterprise_number, name, recognition, quality_number, street, postal_code, municipality, email
                from training_file where number = ?""").param(number).query(TrainingFile.class).optional();
    }

    public List<Undertaking> undertakings(String file) {
        return jdbc.sql("select enterprise_number, name, recognition from training_undertaking where file = ? order by name").param(file)
                .query(Undertaking.class).list();
    }

    /** The names of the undertakings that take part in each training of a file. */
    public Map<String, List<String>> partners(String file) {
        return jdbc.sql("""
                select p.training, u.name from training_partner p join training_undertaking u on u.file = p.file and u.enterprise_number = p.enterprise_number
                where p.file = ? order by u.name""").param(file).query((row, i) -> Map.entry(row.getString(1), row.getString(2))).list().stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    public List<Session> sessions(String training) {
        return jdbc.sql("select held_on, place from training_session where training = ? order by held_on, place").param(training).query(Session.class).list();
    }

    /** The newest session first. */
    public List<Advice> advice(String training) {
        return jdbc.sql("""
                select i.session_on as session, p.advice, p.given_on, p.present, p.quorum, p.reasons
                from training_agenda_part p join training_agenda_item i on i.id = p.item where p.training = ? order by i.session_on desc""").param(training)
                .query(Advice.class).list();
    }

    public Optional<Reaction> reaction(String training) {
        return jdbc.sql("""
                select asked_on, received_on, summary, assessment from training_reaction where training = ? order by asked_on desc limit 1""").param(training)
                .query(Reaction.class).optional();
    }

    void status(String dossier, TrainingStatus status) {
        jdbc.sql("update training set status = ? where dossier = ?").params(status.name(), dossier).update();
    }
}
