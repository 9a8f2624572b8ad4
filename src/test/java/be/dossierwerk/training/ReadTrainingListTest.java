package be.dossierwerk.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.withdrawal.RecognisedFixture;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list of trainings as a spreadsheet or a program saves it: what is right is read, what is wrong is named line by line. */
class ReadTrainingListTest {

    private static final String FIRST = RecognisedFixture.number(1);
    private static final String UNKNOWN = RecognisedFixture.number(2);
    private static final String HEAD = "titel;thema;soort;doel;inhoud;methode;doelgroep;uren;deelnemers;lesgever;ervaring;taal;sessies;ondernemingen;verstrekker;verstrekkersnummer;prijs";
    private static final String GOOD = "Veilig tillen;ergonomie;intern;Minder rugklachten;Tillen;Oefenen;Huishoudhulpen;7,5;12;Greet Maes;Ergotherapeut;Nederlands;"
            + "04/05/2027 Gent|11/05/2027 Sint-Niklaas;" + FIRST + ";;;";

    private final Recognitions recognitions = mock(Recognitions.class);
    private final ReadTrainingList list = new ReadTrainingList(new TrainingRules(recognitions), new ObjectMapper());

    @BeforeEach
    void one_recognised_undertaking() {
        when(recognitions.active(anyString())).thenReturn(Optional.empty());
        when(recognitions.active(FIRST)).thenReturn(Optional.of(mock(Recognitions.Recognition.class)));
    }

    @Test
    void a_good_line_is_read_whole() {
        ReadTrainingList.Line line = only(HEAD + "\n" + GOOD);

        assertThat(line.wrong()).isEmpty();
        assertThat(line.number()).isEqualTo(2);
        assertThat(line.asked()).satisfies(asked -> {
            assertThat(asked.title()).isEqualTo("Veilig tillen");
            assertThat(asked.theme()).isEqualTo(TrainingTheme.ERGONOMIE);
            assertThat(asked.kind()).isEqualTo(TrainingKind.INTERN);
            assertThat(asked.hours()).isEqualByComparingTo("7.5");
            assertThat(asked.maxParticipants()).isEqualTo(12);
            assertThat(asked.sessions()).containsExactly(new Trainings.Session(LocalDate.of(2027, 5, 4), "Gent"), new Trainings.Session(LocalDate.of(2027, 5, 11), "Sint-Niklaas"));
            assertThat(asked.undertakings()).containsExactly(FIRST);
            assertThat(asked.price()).isNull();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Veilig tillen;       | ;                    | title           | training.field.required",
            "ergonomie            | dansen               | theme           | training.list.code",
            "intern               | gratis               | kind            | training.list.code",
            "7,5                  | veel                 | hours           | training.list.number",
            "7,5                  | -1                   | hours           | training.field.hours",
            ";12;                 | ;1,5;                | maxParticipants | training.list.number",
            ";12;                 | ;0;                  | maxParticipants | training.field.participants",
            "04/05/2027 Gent      | 31/02/2027 Gent      | sessions        | training.list.session",
            "04/05/2027 Gent      | Gent                 | sessions        | training.list.session",
            "Greet Maes           | ''                   | trainer         | training.field.required",
            "intern               | extern               | providerName providerNumber | training.field.required training.field.required"})
    void each_wrong_value_is_named_with_its_line(String from, String to, String field, String key) {
        ReadTrainingList.Line line = only(HEAD + "\n" + GOOD.replace(from, to));

        assertThat(String.join(" ", line.wrong().stream().map(Refused.Field::name).toList())).isEqualTo(field);
        assertThat(String.join(" ", line.wrong().stream().map(Refused.Field::key).toList())).isEqualTo(key);
        assertThat(line.number()).isEqualTo(2);
    }

    @Test
    void undertakings_that_are_not_recognised_or_do_not_exist_are_named() {
        assertThat(only(HEAD + "\n" + GOOD.replace(FIRST, UNKNOWN)).wrong()).extracting(Refused.Field::key).containsExactly("training.field.not-recognised");
        assertThat(only(HEAD + "\n" + GOOD.replace(FIRST, "123")).wrong()).extracting(Refused.Field::key).containsExactly("training.field.enterprise-number");
    }

    @Test
    void a_wrong_line_leaves_the_others_as_they_are_and_numbers_follow_the_file() {
        List<ReadTrainingList.Line> lines = list.read("lijst.csv", (HEAD + "\n" + GOOD + "\n\n" + GOOD.replace("Veilig tillen", "\"Veilig\nstrijken\"") + "\n"
                + GOOD.replace("ergonomie", "?") + "\n" + GOOD).getBytes(StandardCharsets.UTF_8));

        assertThat(lines).extracting(ReadTrainingList.Line::good).containsExactly(true, true, false, false);
        assertThat(lines).extracting(ReadTrainingList.Line::number).containsExactly(2, 4, 6, 7);
        assertThat(lines.get(3).wrong()).singleElement().satisfies(twice -> {
            assertThat(twice.key()).isEqualTo("training.list.twice");
            assertThat(twice.args()).containsExactly(2);
        });
    }

    @Test
    void json_is_read_as_the_portal_writes_it() {
        ReadTrainingList.Line line = list.read("lijst.json", """
                [{"title": "Veilig tillen", "theme": "ERGONOMIE", "kind": "INTERN", "goal": "a", "content": "b", "method": "c", "audience": "d", "hours": 7.5,
                  "maxParticipants": 12, "trainer": "e", "experience": "f", "language": "Nederlands", "sessions": [{"heldOn": "2027-05-04", "place": "Gent"}],
                  "undertakings": ["%s"]}]""".formatted(FIRST).getBytes(StandardCharsets.UTF_8)).get(0);

        assertThat(line.wrong()).isEmpty();
        assertThat(line.asked().sessions()).containsExactly(new Trainings.Session(LocalDate.of(2027, 5, 4), "Gent"));
    }

    @Test
    void a_file_from_windows_keeps_its_accents() {
        byte[] windows = (HEAD + "\r\n" + GOOD.replace("ergonomie", "efficiënt organiseren")).getBytes(Charset.forName("windows-1252"));

        assertThat(list.read("LIJST.CSV", windows)).singleElement().satisfies(line -> assertThat(line.asked().theme()).isEqualTo(TrainingTheme.EFFICIENT_ORGANISEREN));
    }

    @Test
    void a_file_that_is_no_list_is_refused_as_a_whole() {
        refused("training.list.columns", "titel;thema\nx;y");
        refused("training.list.empty", HEAD + "\n;;;\n");
        refused("training.list.unreadable", "[{");
        refused("training.list.unreadable", HEAD + "\n\"open");
        refused("training.list.too-many", HEAD + ("\n" + GOOD).repeat(101));
        assertThatThrownBy(() -> list.read("lijst.csv", new byte[3 * 1024 * 1024])).isInstanceOf(Refused.class).hasMessage("training.list.too-large");
    }

    /** The example that the screen offers is a list that the product reads. */
    @Test
    void the_example_is_right() throws IOException {
        when(recognitions.active(anyString())).thenReturn(Optional.of(mock(Recognitions.Recognition.class)));
        byte[] example = Files.readAllBytes(Path.of("src/main/resources/META-INF/resources/opleidingen-voorbeeld.csv"));

        assertThat(new String(example, StandardCharsets.UTF_8).lines().findFirst().orElseThrow().substring(1)).isEqualTo(String.join(";", ReadTrainingList.headings()));
        assertThat(list.read("opleidingen-voorbeeld.csv", example)).hasSize(2).allMatch(ReadTrainingList.Line::good);
    }

    private void refused(String key, String content) {
        assertThatThrownBy(() -> list.read("lijst.csv", content.getBytes(StandardCharsets.UTF_8))).as(key).isInstanceOf(Refused.class).hasMessage(key);
    }

    private ReadTrainingList.Line only(String content) {
        List<ReadTrainingList.Line> lines = list.read("lijst.csv", content.getBytes(StandardCharsets.UTF_8));
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }
}
