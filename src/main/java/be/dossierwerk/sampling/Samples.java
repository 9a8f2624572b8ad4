package be.dossierwerk.sampling;

import be.dossierwerk.dossier.RecordReading;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The samples, for auditors and the head of the department: what was drawn, the bundles, the answers and what follows from them. */
@Service
public class Samples {

    /** {@code bundles}: how many are made; {@code failed}: how many could not be; {@code complete}: how many dossiers have every question answered. */
    public record Sample(String number, Population.Method method, String seed, int size, Criteria criteria, int population, String populationHash, Instant drawnAt, String drawnByName,
                         Instant closedAt, String closedByName, String answersHash, int bundles, int failed, int complete) { }

    /** {@code reasons}: codes of the weights that gave it more lots. {@code failure}: the key of a text, or null. */
    public record Drawn(int position, String dossier, String subject, String procedure, int lots, List<String> reasons, String bundle, long bytes, String sha256, String failure,
                        int questions, int answered, int findings, int openFindings) { }

    /** {@code answer}: JA, NEE, NVT or null. */
    public record Item(String code, String question, String source, String answer, String remark) { }

    /** {@code answer} is null until somebody answers. */
    public record Finding(UUID id, String sample, String dossier, String text, Instant raisedAt, String raisedByName, String role, String person, String answer,
                          Instant answeredAt, String answeredByName) { }

    /** Of one question, over the sample. {@code interval} is null when nobody could answer yes or no. */
    public record Result(String question, int yes, int no, int notApplicable, int open, Wilson interval) { }

    static final String[] READERS = {Roles.AUDITOR, Roles.HEAD};
    /** The questions of each drawn dossier, as they stood on the day of the draw. */
    static final String ASKED = """
            (select d.sample, d.position, d.dossier, q.code, q.position as place, q.question, q.source, a.answer, coalesce(a.remark, '') as remark, a.answered_by
            from sample_dossier d join sample s on s.number = d.sample join dossier f on f.number = d.dossier
            join sample_question q on coalesce(q.procedure, f.procedure) = f.procedure and q.valid_from <= s.drawn_at::date and coalesce(q.valid_to, s.drawn_at::date) >= s.drawn_at::date
            left join sample_answer a on a.sample = d.sample and a.dossier = d.dossier and a.question = q.code) asked""";
    private static final String SAMPLE = """
            select s.*, (select count(*) from sample_dossier d where d.sample = s.number and d.bundle is not null),
                (select count(*) from sample_dossier d where d.sample = s.number and d.bundle is null and d.failure is not null),
                (select count(*) from (select dossier from\s""" + ASKED + " where sample = s.number group by dossier having bool_and(answer is not null)) whole) from sample s ";

    private final JdbcClient jdbc;
    private final RecordReading recordReading;
    private final CurrentActor currentActor;
    private final ObjectMapper json;

    Samples(JdbcClient jdbc, RecordReading recordReading, CurrentActor currentActor, ObjectMapper json) {
        this.jdbc = jdbc;
        this.recordReading = recordReading;
        this.currentActor = currentActor;
        this.json = json;
    }

    public boolean mayDraw() {
        return currentActor.get().has(Roles.AUDITOR);
    }

    /** Newest first. @throws Refused security.role-missing */
    @Transactional(readOnly = true)
    public List<Sample> all() {
        currentActor.require(READERS);
        return jdbc.sql(SAMPLE + "order by s.drawn_at desc, s.number desc").query(this::sample).list();
    }

    /** @throws Refused security.role-missing or sampling.unknown */
    @Transactional(readOnly = true)
    public Sample get(String number) {
        currentActor.require(READERS);
        return jdbc.sql(SAMPLE + "where s.number = ?").param(number).query(this::sample).optional().orElseThrow(() -> new Refused("sampling.unknown", number));
    }

    /** In the order in which they were drawn. @throws Refused security.role-missing */
    @Transactional(readOnly = true)
    public List<Drawn> drawn(String number) {
        currentActor.require(READERS);
        return jdbc.sql("""
                select d.position, d.dossier, f.subject, f.procedure, p.lots, p.reasons, d.bundle, coalesce(d.bytes, 0), d.sha256, d.failure,
                    (select count(*) from %1$s where sample = d.sample and dossier = d.dossier),
                    (select count(*) from %1$s where sample = d.sample and dossier = d.dossier and answer is not null),
                    (select count(*) from sample_finding x where x.sample = d.sample and x.dossier = d.dossier),
                    (select count(*) from sample_finding x where x.sample = d.sample and x.dossier = d.dossier and x.answer is null)
                from sample_dossier d join sample_population p using (sample, dossier) join dossier f on f.number = d.dossier
                where d.sample = ? order by d.position""".formatted(ASKED)).param(number)
                .query((row, i) -> new Drawn(row.getInt(1), row.getString(2), row.getString(3), row.getString(4), row.getInt(5), texts(row.getArray(6)), row.getString(7), row.getLong(8),
                        row.getString(9), row.getString(10), row.getInt(11), row.getInt(12), row.getInt(13), row.getInt(14))).list();
    }

    /** @throws Refused security.role-missing or sampling.unknown */
    @Transactional(readOnly = true)
    public List<Item> checklist(String number, String dossier) {
        currentActor.require(READERS);
        List<Item> items = jdbc.sql("select code, question, source, answer, remark from " + ASKED + " where sample = ? and dossier = ? order by place, code").params(number, dossier)
                .query((row, i) -> new Item(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5))).list();
        if (items.isEmpty()) {
            throw new Refused("sampling.unknown", number);
        }
        return items;
    }

    /** What somebody typed of a finding and did not send. @throws Refused security.role-missing */
    @Transactional(readOnly = true)
    public String findingDraft(String number, String dossier) {
        currentActor.require(READERS);
        return jdbc.sql("select text from sample_finding_draft where sample = ? and dossier = ?").params(number, dossier).query(String.class).optional().orElse("");
    }

    /** Of one dossier of the sample, or of all with null; oldest first. @throws Refused security.role-missing */
    @Transactional(readOnly = true)
    public List<Finding> findings(String number, String dossier) {
        currentActor.require(READERS);
        return jdbc.sql("select * from sample_finding where sample = ? and dossier = coalesce(cast(? as text), dossier) order by raised_at, id").params(Arrays.asList(number, dossier))
                .query(Samples::finding).list();
    }

    /** Question by question. @throws Refused security.role-missing */
    @Transactional(readOnly = true)
    public List<Result> results(String number) {
        currentActor.require(READERS);
        return jdbc.sql("""
                select question, count(*) filter (where answer = 'JA'), count(*) filter (where answer = 'NEE'), count(*) filter (where answer = 'NVT'), count(*) filter (where answer is null)
                from %s where sample = ? group by place, question order by place, question""".formatted(ASKED)).param(number)
                .query((row, i) -> new Result(row.getString(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5), Wilson.of(row.getInt(2), row.getInt(2) + row.getInt(3)))).list();
    }

    /** The population with its lots, whose SHA-256 the sample holds. @throws Refused security.role-missing */
    @Transactional(readOnly = true)
    public String population(String number) {
        currentActor.require(READERS);
        return Draw.exported(jdbc.sql("select dossier, lots from sample_population where sample = ?").param(number)
                .query((row, i) -> new Draw.Candidate(row.getString(1), row.getInt(2))).list());
    }

    /** @throws Refused security.role-missing or sampling.unknown */
    public byte[] bundle(String number, String dossier) {
        currentActor.require(READERS);
        recordReading.record(dossier, RecordReading.What.BUNDEL, "", null);
        return jdbc.sql("select content from sample_bundle where sample = ? and dossier = ?").params(number, dossier).query((row, i) -> row.getBytes(1)).optional()
                .orElseThrow(() -> new Refused("sampling.unknown", number));
    }

    /** All bundles in one file, with the population, what was drawn, and the hash of each file. @throws Refused security.role-missing or sampling.unknown */
    public void writeAll(String number, OutputStream out) throws IOException {
        Sample sample = get(number);
        Map<String, String> hashes = new LinkedHashMap<>();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            String population = population(number);
            put(zip, hashes, "populatie.txt", population.getBytes(StandardCharsets.UTF_8));
            List<Drawn> drawn = drawn(number);
            StringBuilder list = new StringBuilder("steekproef %s%nmethode %s%nstartgetal %s%ngrootte %d%npopulatie %d%nvingerafdruk van populatie.txt %s%n%n".formatted(number, sample.method(), sample.seed(),
                    sample.size(), sample.population(), sample.populationHash()).replace(System.lineSeparator(), "\n"));
            drawn.forEach(each -> list.append(each.position()).append(' ').append(each.dossier()).append('\n'));
            put(zip, hashes, "trekking.txt", list.toString().getBytes(StandardCharsets.UTF_8));
            for (Drawn each : drawn) {
                if (each.bundle() != null) {
                    put(zip, hashes, "bundels/" + each.bundle(), bundle(number, each.dossier()));
                }
            }
            StringBuilder index = new StringBuilder();
            hashes.forEach((name, hash) -> index.append(hash).append("  ").append(name).append('\n'));
            put(zip, hashes, "inhoud.txt", index.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The procedures of which there are dossiers. */
    public List<String> procedures() {
        currentActor.require(READERS);
        return jdbc.sql("select distinct procedure from dossier order by procedure").query(String.class).list();
    }

    /** The outcomes that dossiers have. */
    public List<String> outcomes() {
        currentActor.require(READERS);
        return jdbc.sql("select distinct outcome from dossier where outcome is not null order by outcome").query(String.class).list();
    }

    private static void put(ZipOutputStream zip, Map<String, String> hashes, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        // The same sample gives the same file, whenever it is asked for.
        entry.setTimeLocal(LocalDate.EPOCH.plusYears(10).atStartOfDay());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
        hashes.put(name, Draw.sha256(content));
    }

    static Finding finding(ResultSet row, int number) throws SQLException {
        return new Finding(row.getObject("id", UUID.class), row.getString("sample"), row.getString("dossier"), row.getString("text"), instant(row, "raised_at"), row.getString("raised_by_name"),
                row.getString("role"), row.getString("person"), row.getString("answer"), instant(row, "answered_at"), row.getString("answered_by_name"));
    }

    private Sample sample(ResultSet row, int number) throws SQLException {
        try {
            return new Sample(row.getString("number"), Population.Method.valueOf(row.getString("method")), row.getString("seed"), row.getInt("size"),
                    json.readValue(row.getString("criteria"), Criteria.class), row.getInt("population"), row.getString("population_hash"), instant(row, "drawn_at"),
                    row.getString("drawn_by_name"), instant(row, "closed_at"), row.getString("closed_by_name"), row.getString("answers_hash"), row.getInt(14), row.getInt(15), row.getInt(16));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("criteria that cannot be read", e);
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
