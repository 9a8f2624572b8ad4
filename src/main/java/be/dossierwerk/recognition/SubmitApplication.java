package be.dossierwerk.recognition;

import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.NationalNumber;
import be.dossierwerk.shared.Refused;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files a recognition application, from the portal or on paper, and starts the procedure (procedures.md 1.1). */
@Service
public class SubmitApplication {

    /** A file that came with it; kind: AANVRAAGFORMULIER, BEWIJS_BORGSOM, ONDERNEMINGSPLAN, STATUTEN, ATTEST_INFOSESSIE or BIJLAGE. */
    public record Attachment(String kind, String fileName, byte[] content) { }

    /**
     * How it came in. {@code source}: PORTAAL or PAPIER. {@code receivedOn}: the legal date, not the day of scanning.
     * {@code handler}: actor id or null. {@code actionId}: sent twice, it makes one dossier.
     */
    public record Receipt(String source, LocalDate receivedOn, String handler, UUID actionId, List<Attachment> attachments) { }

    private static final Map<String, String> TITLES = Map.of("AANVRAAGFORMULIER", "Aanvraagformulier", "BEWIJS_BORGSOM", "Bewijs van de borgsom",
            "ONDERNEMINGSPLAN", "Ondernemingsplan", "STATUTEN", "Statuten", "ATTEST_INFOSESSIE", "Attest van de infosessie");

    private final Dossiers dossiers;
    private final Terms terms;
    private final Processes processes;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    SubmitApplication(Dossiers dossiers, Terms terms, Processes processes, JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.dossiers = dossiers;
        this.terms = terms;
        this.processes = processes;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @return the dossier number
     * @throws Refused {@code recognition.application.invalid} with every wrong field by its JSON path
     *         ({@code undertaking.enterpriseNumber}, {@code persons[0].nationalNumber}, ...),
     *         {@code recognition.application.open} when the undertaking has an application that still runs,
     *         or {@code recognition.application.other-content} when the action id was used for another application
     */
    @Transactional
    public String submit(Application application, Receipt receipt) {
        CheckApplication.check(application, receipt.receivedOn(), LocalDate.now(clock));
        String content = write(application);
        String fingerprint = fingerprint(content);
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 11))").param(receipt.actionId().toString()).query().singleRow();
        var before = jdbc.sql("select dossier, fingerprint from submission where action_id = ?").param(receipt.actionId())
                .query((row, i) -> Map.entry(row.getString(1), row.getString(2))).optional();
        if (before.isPresent()) {
            if (!before.get().getValue().equals(fingerprint)) {
                throw new Refused("recognition.application.other-content", before.get().getKey());
            }
            return before.get().getKey();
        }
        var undertaking = application.undertaking();
        String number = EnterpriseNumber.parse(undertaking.enterpriseNumber()).digits();
        jdbc.sql("select dossier from recognition where enterprise_number = ? and status = 'IN_AANVRAAG'").param(number).query(String.class).optional()
                .ifPresent(open -> {
                    throw new Refused("recognition.application.open", List.of(
                            new Refused.Field("undertaking.enterpriseNumber", "recognition.application.open", open)), open);
                });
        String dossier = dossiers.open(new Dossiers.NewDossier(RecognitionModel.PROCESS, "ERK", undertaking.name(), number,
                undertaking.municipality(), receipt.source(), receipt.receivedOn(), receipt.handler(), undertaking.email()));
        jdbc.sql("""
                insert into recognition (dossier, enterprise_number, name, municipality, kind, application, status, deposit_status)
                values (?, ?, ?, ?, ?, ?::jsonb, 'IN_AANVRAAG', ?)""")
                .params(dossier, number, undertaking.name(), undertaking.municipality(), application.kind().name(), content,
                        application.deposit() == null ? null : "GESTORT").update();
        jdbc.sql("insert into submission (action_id, dossier, fingerprint, submitted_at) values (?, ?, ?, ?)")
                .params(receipt.actionId(), dossier, fingerprint, OffsetDateTime.now(clock)).update();
        for (var person : application.persons()) {
            dossiers.party(dossier, new Dossiers.Party(UUID.randomUUID(), "PERSOON", person.name(), person.function().name(),
                    NationalNumber.parse(person.nationalNumber()).digits(), null));
        }
        for (var attachment : receipt.attachments()) {
            dossiers.attach(dossier, attachment.kind(), TITLES.getOrDefault(attachment.kind(), "Bijlage"), attachment.fileName(),
                    attachment.content(), receipt.receivedOn());
        }
        terms.start(dossier, "T-REC-00", receipt.receivedOn());
        processes.start(RecognitionModel.PROCESS, dossier, Map.of());
        return dossier;
    }

    private String write(Application application) {
        try {
            return json.writeValueAsString(application);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String fingerprint(String content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
