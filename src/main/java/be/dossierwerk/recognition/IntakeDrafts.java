package be.dossierwerk.recognition;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The paper application that somebody is typing, with its files: one a person, there again after a crash. */
@Service
public class IntakeDrafts {

    /** A file that waits for the application to be filed; its content stays in the database. */
    public record File(UUID id, String kind, String fileName, long bytes) { }

    /** {@code fields}: text by JSON path; {@code actionId}: what the filing will be sent with, so that it makes one dossier. */
    public record Draft(UUID actionId, Map<String, String> fields, List<File> files, Instant savedAt) { }

    /** More than the longest business plan needs; less than somebody could fill the disk with. */
    private static final int CHARACTERS_LIMIT = 500_000;
    private static final int FILES_LIMIT = 20;
    private static final int BYTES_LIMIT = 25 * 1024 * 1024;
    private static final int NAME_LIMIT = 200;
    private static final String FILED = "select exists(select 1 from submission where action_id = ?)";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final ObjectMapper json;
    private final Clock clock;

    IntakeDrafts(JdbcClient jdbc, CurrentActor currentActor, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.json = json;
        this.clock = clock;
    }

    /** What the acting person was typing, or an empty draft to begin; two windows share it, and so file one dossier. */
    @Transactional
    public Draft open() {
        begin(me(), UUID.randomUUID());
        return mine().orElseThrow();
    }

    /** What the acting person was typing, if anything. */
    @Transactional(readOnly = true)
    public Optional<Draft> mine() {
        String me = me();
        return jdbc.sql("select action_id, fields, saved_at from intake_draft where person = ?").param(me)
                .query((row, i) -> new Draft(row.getObject(1, UUID.class), read(row.getString(2)), files(me),
                        row.getObject(3, OffsetDateTime.class).toInstant())).optional();
    }

    /**
     * Keeps what was typed, wrong or incomplete as it may be, and says when. Nothing is kept of an application that was filed
     * meanwhile from another window: that typing would come back as a new form.
     * @throws Refused recognition.screen.draft-too-long
     */
    @Transactional
    public Instant save(UUID actionId, Map<String, String> fields) {
        String me = me();
        if (fields.values().stream().mapToInt(String::length).sum() > CHARACTERS_LIMIT) {
            throw new Refused("recognition.screen.draft-too-long");
        }
        Instant now = clock.instant();
        if (jdbc.sql(FILED).param(actionId).query(Boolean.class).single()) {
            return now;
        }
        jdbc.sql("""
                insert into intake_draft (person, action_id, fields, saved_at) values (?, ?, ?::jsonb, ?)
                on conflict (person) do update set action_id = excluded.action_id, fields = excluded.fields, saved_at = excluded.saved_at""")
                .params(me, actionId, write(fields), utc(now)).update();
        return now;
    }

    /**
     * Keeps a file beside the typed text.
     * @throws Refused recognition.screen.file-too-big, recognition.screen.files-too-many, recognition.screen.file-kind
     */
    @Transactional
    public File addFile(UUID actionId, String kind, String fileName, byte[] content) {
        String me = me();
        if (content.length > BYTES_LIMIT) {
            throw new Refused("recognition.screen.file-too-big", fileName);
        }
        if (!AttachmentKind.fits(content)) {
            throw new Refused("recognition.screen.file-kind", fileName);
        }
        begin(me, actionId);
        jdbc.sql("select 1 from intake_draft where person = ? for update").param(me).query().singleRow();
        if (files(me).size() >= FILES_LIMIT) {
            throw new Refused("recognition.screen.files-too-many", FILES_LIMIT);
        }
        UUID id = UUID.randomUUID();
        String name = fileName.length() > NAME_LIMIT ? fileName.substring(fileName.length() - NAME_LIMIT) : fileName;
        jdbc.sql("insert into intake_draft_file (id, person, kind, file_name, content, added_at) values (?, ?, ?, ?, ?, ?)")
                .params(id, me, AttachmentKind.valueOf(kind).name(), name, content, utc(clock.instant())).update();
        return new File(id, kind, name, content.length);
    }

    /** Says what a file is. */
    @Transactional
    public void kind(UUID file, String kind) {
        jdbc.sql("update intake_draft_file set kind = ? where id = ? and person = ?").params(AttachmentKind.valueOf(kind).name(), file, me()).update();
    }

    @Transactional
    public void removeFile(UUID file) {
        jdbc.sql("delete from intake_draft_file where id = ? and person = ?").params(file, me()).update();
    }

    /** Throws away what was typed and its files. */
    @Transactional
    public void discard() {
        jdbc.sql("delete from intake_draft where person = ?").param(me()).update();
    }

    /** The files with their content, as they are filed. */
    List<SubmitApplication.Attachment> attachments() {
        return jdbc.sql("select kind, file_name, content from intake_draft_file where person = ? order by added_at, id").param(me())
                .query((row, i) -> new SubmitApplication.Attachment(row.getString(1), row.getString(2), row.getBytes(3))).list();
    }

    private void begin(String person, UUID actionId) {
        jdbc.sql("insert into intake_draft (person, action_id, fields, saved_at) values (?, ?, '{}', ?) on conflict do nothing")
                .params(person, actionId, utc(clock.instant())).update();
    }

    private List<File> files(String person) {
        return jdbc.sql("select id, kind, file_name, length(content) from intake_draft_file where person = ? order by added_at, id").param(person)
                .query((row, i) -> new File(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getLong(4))).list();
    }

    private String me() {
        return currentActor.require(Roles.INTAKE).id();
    }

    private Map<String, String> read(String fields) {
        try {
            return json.readValue(fields, new TypeReference<TreeMap<String, String>>() { });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(Map<String, String> fields) {
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
