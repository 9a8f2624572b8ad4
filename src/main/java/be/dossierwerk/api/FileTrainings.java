package be.dossierwerk.api;

import be.dossierwerk.security.ApiAccounts;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.training.FileTraining;
import be.dossierwerk.training.Trainings;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files trainings that a portal sends, once for each idempotency key; the day they come in is the first eligible day. */
@Service
class FileTrainings {

    /** {@code first}: this request opened the file; otherwise an earlier one with the same key did. */
    record Filed(String file, boolean first, List<TrainingApi.FiledTraining> trainings) { }

    private static final String INVALID = "training.request.invalid";

    private final FileTraining fileTraining;
    private final Trainings trainings;
    private final CurrentActor currentActor;
    private final JdbcClient jdbc;
    private final Clock clock;

    FileTrainings(FileTraining fileTraining, Trainings trainings, CurrentActor currentActor, JdbcClient jdbc, Clock clock) {
        this.fileTraining = fileTraining;
        this.trainings = trainings;
        this.currentActor = currentActor;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Refused naming every wrong field, of form and of content; {@code api.key.other-content} when the key was used for another request */
    @Transactional
    public Filed file(JsonBody.Read<TrainingApi.Request> read, UUID key) {
        String client = currentActor.require(ApiAccounts.ROLE).id();
        // A second request with this key waits here until the first has committed, so only one is the first.
        boolean first = jdbc.sql("insert into api_request (idempotency_key, client, received_at, digest) values (?, ?, ?, ?) on conflict do nothing")
                .params(key, client, OffsetDateTime.now(clock), read.sha256()).update() == 1;
        if (!first && !jdbc.sql("select coalesce(digest, '') = ? from api_request where idempotency_key = ?").params(read.sha256(), key).query(Boolean.class).single()) {
            throw new Refused("api.key.other-content");
        }
        List<Refused.Field> wrong = new ArrayList<>(read.wrong());
        List<FileTraining.Attachment> attachments = SentFile.read(read.content().attachments(), FileTraining.Attachment::new, wrong);
        if ((read.content().applicant() == null || read.content().applicant().kind() == null) && wrong.stream().noneMatch(known -> within("applicant.kind", known.name()))) {
            wrong.add(new Refused.Field("applicant.kind", "training.field.choose"));
        }
        // Nothing is filed without a day of receipt, so leaving it out asks only what is wrong with the content.
        LocalDate received = wrong.isEmpty() ? LocalDate.now(clock) : null;
        try {
            String file = fileTraining.file(key, request(read.content(), received), attachments);
            return new Filed(file, first, trainings.ofFile(file).stream().map(each -> new TrainingApi.FiledTraining(each.dossier(), each.title())).toList());
        } catch (Refused refused) {
            if (!refused.key().equals(INVALID)) {
                throw refused;
            }
            refused.fields().stream().filter(field -> !field.name().equals("receivedOn"))
                    .filter(field -> wrong.stream().noneMatch(known -> within(field.name(), known.name()) || within(known.name(), field.name())))
                    .toList().forEach(wrong::add);
            throw new Refused(INVALID, wrong, wrong.size());
        }
    }

    private static FileTraining.Request request(TrainingApi.Request sent, LocalDate received) {
        TrainingApi.Applicant by = sent.applicant() == null ? new TrainingApi.Applicant(null, null, null, null, null, null, null, null) : sent.applicant();
        return new FileTraining.Request(new FileTraining.Applicant(by.kind() == TrainingApi.ApplicantKind.VERSTREKKER, by.enterpriseNumber(), by.name(), by.qualityNumber(),
                by.street(), by.postalCode(), by.municipality(), by.email()), received, texts(sent.undertakings()),
                sent.trainings() == null ? List.of() : sent.trainings().stream().map(FileTrainings::asked).toList());
    }

    private static FileTraining.Asked asked(TrainingApi.Training sent) {
        return new FileTraining.Asked(sent.title(), sent.theme(), sent.kind(), sent.goal(), sent.content(), sent.method(), sent.audience(), sent.hours(),
                sent.maxParticipants(), sent.trainer(), sent.experience(), sent.providerNumber(), sent.providerName(), sent.qualityNumber(), sent.price(), sent.language(),
                sent.sessions() == null ? List.of() : sent.sessions().stream().map(each -> each == null ? new Trainings.Session(null, null)
                        : new Trainings.Session(each.heldOn(), each.place())).toList(), texts(sent.undertakings()));
    }

    /** What is no text was named already; it stands here as an empty one. */
    private static List<String> texts(List<String> sent) {
        return sent == null ? List.of() : sent.stream().map(each -> each == null ? "" : each).toList();
    }

    private static boolean within(String field, String outer) {
        return field.equals(outer) || field.startsWith(outer + ".") || field.startsWith(outer + "[");
    }
}
