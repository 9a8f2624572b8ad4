package be.dossierwerk.sources;

import be.dossierwerk.shared.EnterpriseNumber;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The JSON of an answer. Fields that are not known are ignored; one that is missing, wrong or contradicts another makes the whole answer
 * invalid, because half an answer would decide about an undertaking.
 */
final class FactsJson {

    /** {@code reference} is the source's own, for questions about the answer. */
    record Read(String reference, Facts facts) { }

    /** Says in English what is wrong with an answer. */
    static final class Invalid extends Exception {
        Invalid(String what) {
            super(what);
        }
    }

    private static final int LONGEST_TEXT = 300;
    private static final int MOST_PEOPLE = 500;
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final ObjectReader READER = JSON.readerFor(JsonNode.class)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private FactsJson() { }

    static Read read(String json, String enterpriseNumber, Source source) throws Invalid {
        JsonNode answer = tree(json);
        String reference = text(answer, "reference");
        String about = text(answer, "enterpriseNumber");
        if (!enterpriseNumber.equals(number(about, "enterpriseNumber"))) {
            throw new Invalid("answers about " + about + " instead of " + enterpriseNumber);
        }
        return new Read(reference, switch (source) {
            case KBO -> standing(answer, enterpriseNumber);
            case RSZ, FISCUS -> owing(answer);
            case REGSOL -> bankruptcy(answer);
        });
    }

    /** Whether the source says that it does not know the number; any other 404 is an address that does not exist. */
    static boolean saysUnknown(String json) {
        try {
            return Unavailable.ONBEKEND_NUMMER.name().equals(tree(json).path("code").textValue());
        } catch (Invalid e) {
            return false;
        }
    }

    /** In the form in which the source itself answers. */
    static String write(String reference, String enterpriseNumber, Source source, Facts facts) {
        ObjectNode answer = JSON.createObjectNode().put("reference", reference).put("enterpriseNumber", enterpriseNumber);
        switch (source) {
            case KBO -> {
                answer.put("status", facts.status().name()).put("since", facts.since().toString()).put("successor", facts.successor());
                people(answer.putArray("representatives"), facts.representatives());
                people(answer.putArray("directors"), facts.directors());
            }
            case RSZ, FISCUS -> answer.put("debt", facts.debt()).put("plan", facts.plan().name());
            case REGSOL -> answer.put("bankruptSince", facts.since() == null ? null : facts.since().toString());
            default -> throw new IllegalArgumentException(source.name());
        }
        return answer.toString();
    }

    private static Facts standing(JsonNode answer, String enterpriseNumber) throws Invalid {
        Facts.Status status = oneOf(answer, "status", Facts.Status.class);
        LocalDate since = date(answer, "since");
        String successor = optional(answer, "successor") ? number(text(answer, "successor"), "successor") : null;
        if (enterpriseNumber.equals(successor) || successor != null && status == Facts.Status.ACTIEF) {
            throw new Invalid("successor of itself or of an active undertaking");
        }
        return Facts.standing(status, since, successor, people(answer, "representatives"), people(answer, "directors"));
    }

    private static Facts owing(JsonNode answer) throws Invalid {
        JsonNode debt = answer.path("debt");
        if (!debt.isNumber() || debt.decimalValue().signum() < 0 || debt.decimalValue().stripTrailingZeros().scale() > 2
                || debt.decimalValue().compareTo(new BigDecimal("999999999999")) > 0) {
            throw new Invalid("debt is not an amount");
        }
        return Facts.owing(debt.decimalValue().setScale(2), oneOf(answer, "plan", RepaymentPlan.class));
    }

    private static Facts bankruptcy(JsonNode answer) throws Invalid {
        if (!answer.has("bankruptSince")) {
            throw new Invalid("bankruptSince is missing");
        }
        return Facts.bankruptcy(optional(answer, "bankruptSince") ? date(answer, "bankruptSince") : null);
    }

    private static List<Facts.Person> people(JsonNode answer, String field) throws Invalid {
        JsonNode list = answer.path(field);
        if (!list.isArray() || list.size() > MOST_PEOPLE) {
            throw new Invalid(field + " is not a list of people");
        }
        List<Facts.Person> people = new ArrayList<>();
        for (JsonNode person : list) {
            LocalDate from = date(person, "from");
            LocalDate to = optional(person, "to") ? date(person, "to") : null;
            if (to != null && to.isBefore(from)) {
                throw new Invalid(field + " end before they begin");
            }
            people.add(new Facts.Person(text(person, "name"), text(person, "function"), from, to));
        }
        return people;
    }

    private static void people(ArrayNode list, List<Facts.Person> people) {
        people.forEach(person -> list.addObject().put("name", person.name()).put("function", person.function()).put("from", person.from().toString())
                .put("to", person.to() == null ? null : person.to().toString()));
    }

    private static boolean optional(JsonNode node, String field) {
        return node.hasNonNull(field);
    }

    private static String text(JsonNode node, String field) throws Invalid {
        String value = node.path(field).textValue();
        if (value == null || value.isBlank() || value.length() > LONGEST_TEXT || value.indexOf('\0') >= 0) {
            throw new Invalid(field + " is not a text");
        }
        return value.strip();
    }

    private static String number(String text, String field) throws Invalid {
        if (!EnterpriseNumber.isValid(text)) {
            throw new Invalid(field + " is not an enterprise number");
        }
        return EnterpriseNumber.parse(text).digits();
    }

    private static LocalDate date(JsonNode node, String field) throws Invalid {
        try {
            LocalDate date = LocalDate.parse(text(node, field));
            if (date.getYear() < 1800 || date.getYear() > 2200) {
                throw new Invalid(field + " is not a plausible date");
            }
            return date;
        } catch (DateTimeException e) {
            throw new Invalid(field + " is not a date");
        }
    }

    private static <E extends Enum<E>> E oneOf(JsonNode node, String field, Class<E> type) throws Invalid {
        String name = text(node, field);
        return Stream.of(type.getEnumConstants()).filter(each -> each.name().equals(name)).findFirst()
                .orElseThrow(() -> new Invalid(field + " is not one of " + List.of(type.getEnumConstants())));
    }

    private static JsonNode tree(String json) throws Invalid {
        try {
            JsonNode tree = READER.readValue(json);
            if (tree == null || !tree.isObject()) {
                throw new Invalid("not a JSON object");
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw new Invalid("not JSON");
        }
    }
}
