package be.dossierwerk.api;

import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.recognition.Recognitions.Recognition;
import be.dossierwerk.reimbursement.Claim;
import be.dossierwerk.reimbursement.FileClaim;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files a claim for the reimbursement of training, once for each idempotency key; the day it comes in is the day of receipt. */
@Service
class FileTrainingClaim {

    private static final int MOST_LESSONS = 200;
    private static final Pattern HOUR = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final Pattern SESSION = Pattern.compile("^sessions(?=$|\\[)");

    private final FileClaim file;
    private final Recognitions recognitions;
    private final RequestKeys keys;
    private final Clock clock;

    FileTrainingClaim(FileClaim file, Recognitions recognitions, RequestKeys keys, Clock clock) {
        this.file = file;
        this.recognitions = recognitions;
        this.keys = keys;
        this.clock = clock;
    }

    /** @throws Refused naming every wrong field, of form and of content; {@code api.key.other-content} when the key was used for another request */
    @Transactional
    public Filed file(JsonBody.Read<TrainingClaimApi.Request> read, UUID key) {
        boolean first = keys.first(key, read);
        List<Refused.Field> wrong = new ArrayList<>(read.wrong());
        TrainingClaimApi.Request sent = read.content();
        List<FileClaim.Proof> proofs = proofs(sent, wrong);
        Optional<Recognition> recognition = recognitions.heldBy(sent.enterpriseNumber(), sent.recognitionNumber());
        List<FileClaim.Lesson> lessons = lessons(sent, wrong);
        if (sent.fundedElsewhere() == null) {
            add(wrong, "fundedElsewhere", "api.field.boolean");
        }
        FileClaim.Request request = new FileClaim.Request(recognition.map(Recognition::dossier).orElse(null), LocalDate.now(clock), sent.beneficiary(), sent.iban(),
                Boolean.TRUE.equals(sent.fundedElsewhere()), sent.declaredBy(), lessons);
        if (first) {
            for (Refused.Field field : file.wrong(request, proofs)) {
                Refused.Field sentAs = asSent(field);
                // What has the wrong form reads as missing.
                if (wrong.stream().noneMatch(known -> known.name().equals(sentAs.name()) || known.name().startsWith(sentAs.name() + "[")
                        || sentAs.name().startsWith(known.name() + "."))) {
                    wrong.add(sentAs);
                }
            }
            if (!wrong.isEmpty()) {
                throw new Refused("reimbursement.claim-wrong", wrong, wrong.size());
            }
        }
        try {
            return new Filed(file.file(key, request, proofs), first);
        } catch (Refused refused) {
            throw refused.fields().isEmpty() ? refused
                    : new Refused(refused.key(), refused.fields().stream().map(FileTrainingClaim::asSent).toList(), refused.args());
        }
    }

    private static List<FileClaim.Proof> proofs(TrainingClaimApi.Request sent, List<Refused.Field> wrong) {
        List<FileClaim.Proof> proofs = new ArrayList<>();
        if (SentFile.tooMany(sent.attachments(), wrong)) {
            return proofs;
        }
        for (int i = 0; sent.attachments() != null && i < sent.attachments().size(); i++) {
            TrainingClaimApi.Proof one = sent.attachments().get(i);
            String path = "attachments[%d]".formatted(i);
            if (one == null || named(wrong, path)) {
                add(wrong, path, "api.file.base64");
                continue;
            }
            if (one.kind() == null) {
                add(wrong, path + ".kind", "reimbursement.field.needed");
            }
            if (one.fileName() == null || one.fileName().isBlank()) {
                add(wrong, path + ".fileName", "api.file.name");
            }
            byte[] content = new byte[0];
            try {
                content = Base64.getDecoder().decode(one.content());
            } catch (IllegalArgumentException | NullPointerException e) {
                add(wrong, path + ".content", "api.file.base64");
            }
            proofs.add(new FileClaim.Proof(one.kind(), one.fileName(), content));
        }
        return proofs;
    }

    private static List<FileClaim.Lesson> lessons(TrainingClaimApi.Request sent, List<Refused.Field> wrong) {
        List<TrainingClaimApi.Lesson> all = sent.lessons() == null ? List.of() : sent.lessons();
        if (all.size() > MOST_LESSONS) {
            throw new Refused("reimbursement.claim-wrong", List.of(new Refused.Field("lessons", "api.claim.lessons", MOST_LESSONS)), 1);
        }
        List<FileClaim.Lesson> lessons = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            TrainingClaimApi.Lesson one = all.get(i);
            String path = "lessons[%d]".formatted(i);
            if (one == null) {
                add(wrong, path, "api.field.object");
                continue;
            }
            List<TrainingClaimApi.Participant> people = one.participants() == null ? List.of() : one.participants();
            List<Claim.Participant> participants = people.stream().map(each -> each == null ? new Claim.Participant(null, null, null, null)
                    : new Claim.Participant(each.nationalNumber(), each.hours(), each.employedFrom(), each.employedUntil())).toList();
            TrainingClaimApi.Invoice invoice = one.invoice();
            lessons.add(new FileClaim.Lesson(one.training(), one.date(), hour(one.start(), path + ".start", wrong), hour(one.end(), path + ".end", wrong), one.trainer(),
                    one.trainerHours(), participants, invoice == null ? null
                            : new Claim.Invoice(invoice.number(), invoice.date(), invoice.exclusive(), invoice.vat(), invoice.inclusive())));
        }
        return lessons;
    }

    private static LocalTime hour(String text, String path, List<Refused.Field> wrong) {
        if (text != null && !HOUR.matcher(text).matches()) {
            add(wrong, path, "api.claim.hour");
            return null;
        }
        return text == null ? null : LocalTime.parse(text);
    }

    /** As the sender wrote it. */
    private static Refused.Field asSent(Refused.Field field) {
        return switch (field.name()) {
            case "recognition" -> new Refused.Field("recognitionNumber", "api.withdrawal.recognition");
            case "proofs" -> new Refused.Field("attachments", field.key(), field.args());
            default -> new Refused.Field(SESSION.matcher(field.name()).replaceFirst("lessons"), field.key(), field.args());
        };
    }

    private static boolean named(List<Refused.Field> wrong, String path) {
        return wrong.stream().anyMatch(known -> known.name().equals(path));
    }

    private static void add(List<Refused.Field> wrong, String path, String key) {
        if (!named(wrong, path)) {
            wrong.add(new Refused.Field(path, key));
        }
    }
}
