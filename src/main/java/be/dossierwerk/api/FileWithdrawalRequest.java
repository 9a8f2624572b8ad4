package be.dossierwerk.api;

import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.recognition.Recognitions.Recognition;
import be.dossierwerk.shared.AttachedFile;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.withdrawal.FileVoluntaryRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files the request of an undertaking to withdraw its recognition, once for each idempotency key; the day it comes in is the day of receipt. */
@Service
class FileWithdrawalRequest {

    private static final String INVALID = "withdrawal.request.invalid";

    private final FileVoluntaryRequest file;
    private final Recognitions recognitions;
    private final RequestKeys keys;
    private final Clock clock;

    FileWithdrawalRequest(FileVoluntaryRequest file, Recognitions recognitions, RequestKeys keys, Clock clock) {
        this.file = file;
        this.recognitions = recognitions;
        this.keys = keys;
        this.clock = clock;
    }

    /** @throws Refused naming every wrong field, of form and of content; {@code api.key.other-content} when the key was used for another request */
    @Transactional
    public Filed file(JsonBody.Read<WithdrawalApi.Request> read, UUID key) {
        boolean first = keys.first(key, read);
        List<Refused.Field> wrong = new ArrayList<>(read.wrong());
        WithdrawalApi.Request sent = read.content();
        List<AttachedFile> attachments = SentFile.read(sent.attachments(), AttachedFile::new, wrong);
        Optional<Recognition> recognition = recognitions.heldBy(sent.enterpriseNumber(), sent.recognitionNumber());
        // Nothing is filed without a day of receipt, so leaving it out asks only what is wrong with the content.
        LocalDate received = wrong.isEmpty() && recognition.isPresent() ? LocalDate.now(clock) : null;
        try {
            return new Filed(file.file(key, new FileVoluntaryRequest.Request(recognition.map(Recognition::dossier).orElse(null), received, sent.reason(),
                    sent.explanation(), sent.successor(), sent.effectiveOn(), sent.signatory()), attachments), first);
        } catch (Refused refused) {
            if (!refused.key().equals(INVALID)) {
                throw refused;
            }
            List<Refused.Field> all = JsonBody.together(wrong, refused.fields().stream().filter(field -> !field.name().equals("receivedOn"))
                    .map(field -> named(field, recognition.isPresent())).toList());
            throw new Refused(INVALID, all, all.size());
        }
    }

    private static Refused.Field named(Refused.Field field, boolean known) {
        return !field.name().equals("recognition") ? field : known ? new Refused.Field("recognitionNumber", field.key(), field.args())
                : new Refused.Field("recognitionNumber", "api.withdrawal.recognition");
    }
}
