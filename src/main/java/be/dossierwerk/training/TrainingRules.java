package be.dossierwerk.training;

import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a training has to say about itself before it can be filed; used for a form, for a list and for the portal. */
@Component
class TrainingRules {

    static final int NAME_LIMIT = 200;
    private static final int TEXT_LIMIT = 5_000;

    private final Recognitions recognitions;

    TrainingRules(Recognitions recognitions) {
        this.recognitions = recognitions;
    }

    /** @param taking gets the recognised undertakings that this training names; {@code wrong} gets the fields, each after {@code at} */
    void check(String at, FileTraining.Asked asked, Map<String, Recognitions.Recognition> taking, List<Refused.Field> wrong) {
        checkTraining(at, asked, wrong);
        for (String each : asked.undertakings()) {
            undertaking(at + "undertakings", each, taking, wrong);
        }
    }

    void undertaking(String field, String number, Map<String, Recognitions.Recognition> taking, List<Refused.Field> wrong) {
        if (!valid(field, number, wrong)) {
            return;
        }
        String digits = EnterpriseNumber.parse(number).digits();
        if (!taking.containsKey(digits)) {
            recognitions.active(digits).ifPresentOrElse(found -> taking.put(digits, found), () ->
                    wrong.add(new Refused.Field(field, "training.field.not-recognised", EnterpriseNumber.format(digits))));
        }
    }

    private static void checkTraining(String at, FileTraining.Asked asked, List<Refused.Field> wrong) {
        required(at + "title", asked.title(), NAME_LIMIT, wrong);
        required(at + "goal", asked.goal(), TEXT_LIMIT, wrong);
        required(at + "content", asked.content(), TEXT_LIMIT, wrong);
        required(at + "method", asked.method(), TEXT_LIMIT, wrong);
        required(at + "audience", asked.audience(), TEXT_LIMIT, wrong);
        required(at + "trainer", asked.trainer(), NAME_LIMIT, wrong);
        required(at + "experience", asked.experience(), TEXT_LIMIT, wrong);
        required(at + "language", asked.language(), NAME_LIMIT, wrong);
        if (asked.theme() == null) {
            wrong.add(new Refused.Field(at + "theme", "training.field.choose"));
        }
        if (asked.kind() == null) {
            wrong.add(new Refused.Field(at + "kind", "training.field.choose"));
        }
        if (asked.hours() == null || asked.hours().signum() <= 0 || asked.hours().compareTo(BigDecimal.valueOf(1_000)) > 0) {
            wrong.add(new Refused.Field(at + "hours", "training.field.hours"));
        }
        if (asked.maxParticipants() == null || asked.maxParticipants() < 1) {
            wrong.add(new Refused.Field(at + "maxParticipants", "training.field.participants"));
        }
        if (asked.price() != null && asked.price().signum() < 0) {
            wrong.add(new Refused.Field(at + "price", "training.field.price"));
        }
        if (asked.kind() == TrainingKind.EXTERN) {
            required(at + "providerName", asked.providerName(), NAME_LIMIT, wrong);
            valid(at + "providerNumber", asked.providerNumber(), wrong);
        }
        if (asked.sessions().stream().anyMatch(session -> session.heldOn() == null || text(session.place()) == null)) {
            wrong.add(new Refused.Field(at + "sessions", "training.field.session"));
        }
    }

    static boolean valid(String field, String number, List<Refused.Field> wrong) {
        if (text(number) == null) {
            wrong.add(new Refused.Field(field, "training.field.required"));
            return false;
        }
        if (!EnterpriseNumber.isValid(number)) {
            wrong.add(new Refused.Field(field, "training.field.enterprise-number", number.strip()));
            return false;
        }
        return true;
    }

    static void required(String field, String value, int limit, List<Refused.Field> wrong) {
        if (text(value) == null) {
            wrong.add(new Refused.Field(field, "training.field.required"));
        } else if (value.length() > limit) {
            wrong.add(new Refused.Field(field, "training.field.too-long", limit));
        }
    }

    static String text(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
