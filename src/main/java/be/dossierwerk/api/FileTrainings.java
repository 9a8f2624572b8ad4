package be.dossierwerk.api;

import be.dossierwerk.shared.AttachedFile;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.training.FileTraining;
import be.dossierwerk.training.Trainings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files trainings that a portal sends, once for each idempotency key; the day they come in is the first eligible day. */
@Service
class FileTrainings {

    private static final String INVALID = "training.request.invalid";

    private final FileTraining fileTraining;
    private final RequestKeys keys;
    private final Clock clock;

    FileTrainings(FileTraining fileTraining, RequestKeys keys, Clock clock) {
        this.fileTraining = fileTraining;
        this.keys = keys;
        this.clock = clock;
    }

    /** @throws Refused naming every wrong field, of form and of content; {@code api.key.other-content} when the key was used for another request */
    @Transactional
    public Filed file(JsonBody.Read<TrainingApi.Request> read, UUID key) {
        boolean first = keys.first(key, read);
        List<Refused.Field> wrong = new ArrayList<>(read.wrong());
        List<AttachedFile> attachments = SentFile.read(read.content().attachments(), AttachedFile::new, wrong);
        if ((read.content().applicant() == null || read.content().applicant().kind() == null) && wrong.stream().noneMatch(known -> within("applicant.kind", known.name()))) {
            wrong.add(new Refused.Field("applicant.kind", "training.field.choose"));
        }
        // Nothing is filed without a day of receipt, so leaving it out asks only what is wrong with the content.
        LocalDate received = wrong.isEmpty() ? LocalDate.now(clock) : null;
        try {
            return new Filed(fileTraining.file(key, request(read.content(), received), attachments), first);
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
