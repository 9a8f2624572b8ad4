package be.dossierwerk.api;

import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.recognition.Recognitions.Recognition;
import be.dossierwerk.security.ApiAccounts;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.withdrawal.FileVoluntaryRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files the request of an undertaking to withdraw its recognition, once for each idempotency key; the day it comes in is the day of receipt. */
@Service
class FileWithdrawalRequest {

    private static final String INVALID = "withdrawal.request.invalid";

    private final FileVoluntaryRequest file;
    private final Recognitions recognitions;
    private final CurrentActor currentActor;
    private final JdbcClient jdbc;
    private final Clock clock;

    FileWithdrawalRequest(FileVoluntaryRequest file, Recognitions recognitions, CurrentActor currentActor, JdbcClient jdbc, Clock clock) {
        this.file = file;
        this.recognitions = recognitions;
        this.currentActor = currentActor;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Refused naming every wrong field, of form and of content; {@code api.key.other-content} when the key was used for another request */
    @Transactional
    public Filed file(JsonBody.Read<WithdrawalApi.Request> read, UUID key) {
        String client = currentActor.require(ApiAccounts.ROLE).id();
        // A second request with this key waits here until the first has committed, so only one is the first.
        boolean first = jdbc.sql("insert into api_request (idempotency_key, client, received_at, digest) values (?, ?, ?, ?) on conflict do nothing")
                .params(key, client, OffsetDateTime.now(clock), read.sha256()).update() == 1;
        if (!first && !jdbc.sql("select coalesce(digest, '') = ? from api_request where idempotency_key = ?").params(read.sha256(), key).query(Boolean.class).single()) {
            throw new Refused("api.key.other-content");
        }
        List<Refused.Field> wrong = new ArrayList<>(read.wrong());
        WithdrawalApi.Request sent = read.content();
        List<FileVoluntaryRequest.Attachment> attachments = SentFile.read(sent.attachments(), FileVoluntaryRequest.Attachment::new, wrong);
        Optional<Recognition> recognition = recognition(sent);
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

    private Optional<Recognition> recognition(WithdrawalApi.Request sent) {
        if (sent.recognitionNumber() == null || sent.enterpriseNumber() == null || !EnterpriseNumber.isValid(sent.enterpriseNumber())) {
            return Optional.empty();
        }
        String undertaking = EnterpriseNumber.parse(sent.enterpriseNumber()).digits();
        return recognitions.numbered(sent.recognitionNumber().strip()).filter(one -> one.enterpriseNumber().equals(undertaking));
    }

    private static Refused.Field named(Refused.Field field, boolean known) {
        return !field.name().equals("recognition") ? field : known ? new Refused.Field("recognitionNumber", field.key(), field.args())
                : new Refused.Field("recognitionNumber", "api.withdrawal.recognition");
    }
}
