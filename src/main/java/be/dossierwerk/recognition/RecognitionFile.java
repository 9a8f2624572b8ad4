package be.dossierwerk.recognition;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What the recognition procedure knows of a dossier, for its page. Convictions and debts only for those who may see them. */
@Service
public class RecognitionFile {

    /** {@code sources} is empty for who may not see them. */
    public record File(Application application, String status, Map<String, Object> sources, String planJudgement, String planReasons,
                       Boolean depositConfirmed, BigDecimal depositAmount, LocalDate depositPaidOn, String depositReference,
                       String depositStatus, String outlook, String noteFacts, String noteJudgement, List<String> activities,
                       String recognitionNumber, LocalDate recognisedOn, List<Condition> conditions) { }

    /** One of C01 to C19; {@code result} is null until a person decided. */
    public record Condition(String code, String proposed, String why, String result, String source, String evidence) { }

    private final Applications applications;
    private final CurrentActor currentActor;
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    RecognitionFile(Applications applications, CurrentActor currentActor, JdbcClient jdbc, ObjectMapper json) {
        this.applications = applications;
        this.currentActor = currentActor;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Empty for a dossier of another procedure. */
    public Optional<File> of(String dossier) {
        var conditions = jdbc.sql("select code, proposed, why, result, source, evidence from recognition_condition where dossier = ? order by code")
                .param(dossier).query((row, i) -> new Condition(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
                        row.getString(5), row.getString(6))).list();
        return jdbc.sql("select * from recognition where dossier = ?").param(dossier).query((row, i) -> new File(applications.read(dossier, row.getString("application")),
                row.getString("status"), sources(row.getString("sources")), row.getString("plan_judgement"), row.getString("plan_reasons"),
                row.getObject("deposit_confirmed", Boolean.class), row.getBigDecimal("deposit_amount"),
                row.getObject("deposit_paid_on", LocalDate.class), row.getString("deposit_reference"), row.getString("deposit_status"),
                row.getString("outlook"), row.getString("note_facts"), row.getString("note_judgement"),
                RecognitionProcedure.words((String[]) row.getArray("activities").getArray()), row.getString("recognition_number"),
                row.getObject("recognised_on", LocalDate.class), conditions)).optional();
    }

    private Map<String, Object> sources(String content) {
        var actor = currentActor.get();
        if (content == null || !(actor.has(Roles.HANDLER) || actor.has(Roles.LAWYER) || actor.has(Roles.TEAM_LEAD) || actor.has(Roles.HEAD))) {
            return Map.of();
        }
        try {
            return json.readValue(content, new TypeReference<>() { });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
