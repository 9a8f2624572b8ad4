package be.dossierwerk.training;

import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.shared.Refused;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads a list of trainings, CSV with Dutch headings or JSON with those of the portal, and says of every line what is wrong with it. Nothing is filed:
 * that is {@link FileTraining}, when no line is wrong.
 */
@Service
public class ReadTrainingList {

    /** {@code number}: of the line in the file, or of the object in the JSON list, from 1; {@code asked} is null when a value could not be read. */
    public record Line(int number, String title, List<String> undertakings, FileTraining.Asked asked, List<Refused.Field> wrong) {

        public boolean good() {
            return wrong.isEmpty();
        }
    }

    /** A value as the file holds it; several of them are divided by a bar. */
    private record Raw(int line, Map<String, String> values) {

        String get(String column) {
            return TrainingRules.text(values.get(column));
        }

        List<String> list(String column) {
            return get(column) == null ? List.of() : Arrays.stream(get(column).split("\\|")).map(String::strip).filter(each -> !each.isEmpty()).toList();
        }
    }

    /** Heading in a CSV file, by the name of the field. */
    private static final Map<String, String> HEADINGS = new LinkedHashMap<>();

    static {
        HEADINGS.put("title", "titel");
        HEADINGS.put("theme", "thema");
        HEADINGS.put("kind", "soort");
        HEADINGS.put("goal", "doel");
        HEADINGS.put("content", "inhoud");
        HEADINGS.put("method", "methode");
        HEADINGS.put("audience", "doelgroep");
        HEADINGS.put("hours", "uren");
        HEADINGS.put("maxParticipants", "deelnemers");
        HEADINGS.put("trainer", "lesgever");
        HEADINGS.put("experience", "ervaring");
        HEADINGS.put("language", "taal");
        HEADINGS.put("sessions", "sessies");
        HEADINGS.put("undertakings", "ondernemingen");
        HEADINGS.put("providerName", "verstrekker");
        HEADINGS.put("providerNumber", "verstrekkersnummer");
        HEADINGS.put("qualityNumber", "kwaliteitsnummer");
        HEADINGS.put("price", "prijs");
    }

    private static final Set<String> MAY_BE_ABSENT = Set.of("undertakings", "providerName", "providerNumber", "qualityNumber", "price");
    public static final int MOST_MEGABYTES = 2;
    private static final int MOST_BYTES = MOST_MEGABYTES * 1024 * 1024;
    private static final Charset EXCEL = Charset.forName("windows-1252");
    private static final List<DateTimeFormatter> DATES = Stream.of("dd/MM/uuuu", "d/M/uuuu", "uuuu-MM-dd")
            .map(pattern -> DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT)).toList();

    private final TrainingRules rules;
    private final ObjectMapper json;

    ReadTrainingList(TrainingRules rules, ObjectMapper json) {
        this.rules = rules;
        this.json = json;
    }

    /** The headings of a CSV file, in the order of the example. */
    public static List<String> headings() {
        return List.copyOf(HEADINGS.values());
    }

    /** The heading under which a field stands in a list. */
    public static String heading(String field) {
        return HEADINGS.getOrDefault(field, field);
    }

    /**
     * @return the lines in the order of the file, the wrong ones with the field and the reason
     * @throws Refused training.list.unreadable, training.list.columns, training.list.empty, training.list.too-many or training.list.too-large
     */
    @Transactional(readOnly = true)
    public List<Line> read(String fileName, byte[] content) {
        if (content.length > MOST_BYTES) {
            throw new Refused("training.list.too-large", MOST_MEGABYTES);
        }
        String text = text(content);
        List<Raw> rows = fileName.toLowerCase(Locale.ROOT).endsWith(".json") || text.stripLeading().startsWith("[") ? json(text) : csv(text);
        if (rows.isEmpty()) {
            throw new Refused("training.list.empty");
        }
        if (rows.size() > FileTraining.MOST_TRAININGS) {
            throw new Refused("training.list.too-many", rows.size(), FileTraining.MOST_TRAININGS);
        }
        Map<String, Recognitions.Recognition> known = new HashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        return rows.stream().map(row -> line(row, known, seen)).toList();
    }

    private Line line(Raw row, Map<String, Recognitions.Recognition> known, Map<String, Integer> seen) {
        List<Refused.Field> wrong = new ArrayList<>();
        FileTraining.Asked asked = new FileTraining.Asked(row.get("title"),
                code(row, "theme", TrainingTheme.values(), TrainingTheme::inWords, wrong), code(row, "kind", TrainingKind.values(), TrainingKind::inWords, wrong),
                row.get("goal"), row.get("content"), row.get("method"), row.get("audience"), number(row, "hours", wrong).orElse(null),
                number(row, "maxParticipants", wrong).filter(count -> whole(count, wrong)).map(BigDecimal::intValue).orElse(null),
                row.get("trainer"), row.get("experience"), row.get("providerNumber"), row.get("providerName"), row.get("qualityNumber"),
                number(row, "price", wrong).orElse(null), row.get("language"), sessions(row, wrong), row.list("undertakings"));
        Set<String> unread = wrong.stream().map(Refused.Field::name).collect(Collectors.toSet());
        List<Refused.Field> content = new ArrayList<>();
        rules.check("", asked, known, content);
        content.stream().filter(field -> !unread.contains(field.name())).forEach(wrong::add);
        Integer before = asked.title() == null ? null : seen.putIfAbsent((asked.title() + "|" + asked.kind() + "|" + asked.providerNumber()
                + "|" + String.join(",", asked.undertakings())).toLowerCase(Locale.ROOT), row.line());
        if (before != null) {
            wrong.add(new Refused.Field("title", "training.list.twice", before));
        }
        return new Line(row.line(), asked.title(), asked.undertakings(), unread.isEmpty() ? asked : null, List.copyOf(wrong));
    }

    private List<Raw> csv(String text) {
        char separator = text.lines().findFirst().orElse("").contains(";") ? ';' : ',';
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(separator).setHeader().setSkipHeaderRecord(true).setIgnoreEmptyLines(true).setIgnoreHeaderCase(true)
                .setTrim(true).setAllowMissingColumnNames(true).build();
        try (CSVParser parser = format.parse(new StringReader(text))) {
            Set<String> there = parser.getHeaderNames().stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
            List<String> missing = HEADINGS.entrySet().stream().filter(each -> !MAY_BE_ABSENT.contains(each.getKey()) && !there.contains(each.getValue()))
                    .map(Map.Entry::getValue).toList();
            if (!missing.isEmpty()) {
                throw new Refused("training.list.columns", String.join(", ", missing));
            }
            List<Raw> rows = new ArrayList<>();
            for (CSVRecord row : parser) {
                Map<String, String> values = new HashMap<>();
                HEADINGS.forEach((field, heading) -> values.put(field, row.isSet(heading) ? row.get(heading) : null));
                if (values.values().stream().anyMatch(value -> value != null && !value.isBlank())) {
                    rows.add(new Raw(line(text, row.getCharacterPosition()), values));
                }
            }
            return rows;
        } catch (IOException | IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
            throw new Refused("training.list.unreadable");
        }
    }

    /** A value between quotes may go on for lines, and empty lines may stand between rows: the line where the row begins. */
    private static int line(String text, long position) {
        int begin = (int) position;
        while (begin < text.length() && Character.isWhitespace(text.charAt(begin))) {
            begin++;
        }
        return 1 + (int) text.substring(0, Math.min(begin, text.length())).chars().filter(each -> each == '\n').count();
    }

    private List<Raw> json(String text) {
        JsonNode tree;
        try {
            tree = json.readTree(text);
        } catch (IOException e) {
            throw new Refused("training.list.unreadable");
        }
        if (tree == null || !tree.isArray()) {
            throw new Refused("training.list.unreadable");
        }
        List<Raw> rows = new ArrayList<>();
        for (JsonNode each : tree) {
            Map<String, String> values = new HashMap<>();
            HEADINGS.keySet().forEach(field -> values.put(field, value(each.path(field))));
            rows.add(new Raw(rows.size() + 1, values));
        }
        return rows;
    }

    /** A list becomes its values with a bar between them; a session its day and place. */
    private static String value(JsonNode node) {
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false).map(ReadTrainingList::value).filter(each -> each != null).collect(Collectors.joining("|"));
        }
        return node.isObject() ? node.path("heldOn").asText() + " " + node.path("place").asText() : node.isValueNode() && !node.isNull() ? node.asText() : null;
    }

    private static <E extends Enum<E>> E code(Raw row, String field, E[] codes, Function<E, String> words, List<Refused.Field> wrong) {
        String value = row.get(field);
        if (value == null) {
            return null;
        }
        Optional<E> found = Arrays.stream(codes).filter(code -> code.name().equalsIgnoreCase(value) || words.apply(code).equalsIgnoreCase(value)).findFirst();
        if (found.isEmpty()) {
            wrong.add(new Refused.Field(field, "training.list.code", value, Arrays.stream(codes).map(words).collect(Collectors.joining(", "))));
        }
        return found.orElse(null);
    }

    private static Optional<BigDecimal> number(Raw row, String field, List<Refused.Field> wrong) {
        String value = row.get(field);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.matches("-?[0-9]{1,9}([.,][0-9]{1,2})?")) {
            wrong.add(new Refused.Field(field, "training.list.number", value));
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(value.replace(',', '.')));
    }

    private static boolean whole(BigDecimal count, List<Refused.Field> wrong) {
        boolean whole = count.stripTrailingZeros().scale() <= 0;
        if (!whole) {
            wrong.add(new Refused.Field("maxParticipants", "training.list.number", count.toPlainString()));
        }
        return whole;
    }

    private static List<Trainings.Session> sessions(Raw row, List<Refused.Field> wrong) {
        List<Trainings.Session> sessions = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (String each : row.list("sessions")) {
            String[] parts = each.split("\\s+", 2);
            LocalDate day = date(parts[0]);
            if (day == null || parts.length < 2) {
                if (told.add(each)) {
                    wrong.add(new Refused.Field("sessions", "training.list.session", each));
                }
            } else {
                sessions.add(new Trainings.Session(day, parts[1].strip()));
            }
        }
        return sessions;
    }

    private static LocalDate date(String text) {
        for (DateTimeFormatter format : DATES) {
            try {
                return LocalDate.parse(text, format);
            } catch (DateTimeException e) {
                // The next format may fit.
            }
        }
        return null;
    }

    /** What spreadsheets save is UTF-8, with or without a mark, or the code page of Windows. */
    private static String text(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(content, EXCEL);
        }
    }
}
