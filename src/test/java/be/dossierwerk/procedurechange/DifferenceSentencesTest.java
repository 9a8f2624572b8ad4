package be.dossierwerk.procedurechange;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.engine.DiagramSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a change does, in the words of a colleague. */
class DifferenceSentencesTest {

    private static final String KLACHT = "bpmn/klacht/klacht.bpmn";
    private static final String ERNST = "bpmn/inbreukdossier/inbreuk-ernst.dmn";
    private static final String FORM = "forms/klacht/ontvankelijkheid-nagaan.form";
    private static final Map<String, String> TERMS = Map.of("T-KLA-02", "Klacht behandelen", "T-KLA-01", "Ontvangst melden");
    private static final Properties NL = texts("");
    private static final Properties EN = texts("_en");
    private static final DiagramSet SET = set();
    private static final ProcedureWords WORDS = words();

    record Case(String file, String from, String to, String... sentences) {
        @Override
        public String toString() {
            return String.join(" ", sentences);
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case(KLACHT, "candidateGroups=\"dc-afdelingshoofd,dc-jurist\"", "candidateGroups=\"dc-jurist\"",
                        "\u2018Antwoord nazien\u2019 wordt voortaan gedaan door Jurist in plaats van Afdelingshoofd of Jurist."),
                new Case(KLACHT, "formKey=\"klacht/klacht-onderzoeken\"", "formKey=\"klacht/antwoord-opstellen\"",
                        "\u2018Klacht onderzoeken\u2019 gebruikt voortaan het formulier \u2018Antwoord opstellen\u2019 in plaats van \u2018Klacht onderzoeken\u2019."),
                new Case(KLACHT, "deadlines.endOf('T-KLA-02',", "deadlines.before('T-KLA-02', 14,",
                        "\u2018Termijn verstreken\u2019 komt voortaan 14 dagen voor het einde van de termijn \u2018Klacht behandelen\u2019 in plaats van op het einde van de termijn "
                                + "\u2018Klacht behandelen\u2019."),
                new Case(KLACHT, "name=\"Antwoord versturen\"", "name=\"Antwoord bezorgen\"", "\u2018Antwoord versturen\u2019 heet voortaan \u2018Antwoord bezorgen\u2019."),
                new Case(KLACHT, "${ontvankelijk}", "${!ontvankelijk}",
                        "Het antwoord \u2018Ja\u2019 op \u2018Ontvankelijk?\u2019 geldt voortaan wanneer \u2018ontvankelijk\u2019 nee is, vroeger wanneer \u2018ontvankelijk\u2019 ja is."),
                new Case(KLACHT, "${sendAnswerDelegate}", "${tellDelayDelegate}",
                        "Bij \u2018Antwoord versturen\u2019 doet het systeem voortaan hetzelfde als bij \u2018Vertraging melden\u2019 in plaats van hetzelfde als bij \u2018Antwoord versturen\u2019."
                                + " Daarbij vertrekt voortaan de brief \u2018Bericht dat het langer duurt\u2019 in plaats van \u2018Antwoord op de klacht\u2019."),
                new Case(KLACHT, "calledElement=\"ontvangst\"", "calledElement=\"kennisgeving\"",
                        "\u2018Ontvangst melden\u2019 gebruikt voortaan de bouwsteen \u2018Kennisgeving\u2019 in plaats van \u2018Ontvangst\u2019."),
                new Case(KLACHT, "default=\"Flow_OntvankelijkNee\"", "default=\"Flow_OntvankelijkJa\"",
                        "Bij \u2018Ontvankelijk?\u2019 geldt voortaan \u2018Ja\u2019 als geen ander antwoord past, in plaats van \u2018Nee\u2019."),
                new Case(KLACHT, "targetRef=\"UserTask_KlachtOnderzoeken\"", "targetRef=\"UserTask_AntwoordNazien\"",
                        "Na \u2018Ontvankelijk?\u2019 komt bij het antwoord \u2018Ja\u2019 voortaan \u2018Antwoord nazien\u2019 in plaats van \u2018Klacht onderzoeken\u2019."),
                new Case(KLACHT, "isInterrupting=\"false\"", "isInterrupting=\"true\"", "\u2018Termijn verstreken\u2019 doet het andere werk voortaan stoppen."),
                new Case(KLACHT, "<bpmn:sequenceFlow id=\"Flow_AntwoordOpstellenNaarAntwoordNazien\" sourceRef=\"UserTask_AntwoordOpstellen\" targetRef=\"UserTask_AntwoordNazien\" />",
                        "<bpmn:userTask id=\"UserTask_X\" name=\"Juridisch nazicht\" camunda:candidateGroups=\"dc-jurist\" />"
                                + "<bpmn:sequenceFlow id=\"Flow_AntwoordOpstellenNaarAntwoordNazien\" sourceRef=\"UserTask_AntwoordOpstellen\" targetRef=\"UserTask_X\" />"
                                + "<bpmn:sequenceFlow id=\"Flow_Y\" sourceRef=\"UserTask_X\" targetRef=\"UserTask_AntwoordNazien\" />",
                        "Nieuw: taak \u2018Juridisch nazicht\u2019 voor Jurist, na \u2018Antwoord opstellen\u2019 en voor \u2018Antwoord nazien\u2019."),
                new Case(KLACHT, "<bpmn:sequenceFlow id=\"Flow_AntwoordOpstellenNaarAntwoordNazien\" sourceRef=\"UserTask_AntwoordOpstellen\" targetRef=\"UserTask_AntwoordNazien\" />",
                        "<bpmn:serviceTask id=\"ServiceTask_X\" name=\"Tussenbericht\" camunda:delegateExpression=\"${tellDelayDelegate}\" />"
                                + "<bpmn:sequenceFlow id=\"Flow_AntwoordOpstellenNaarAntwoordNazien\" sourceRef=\"UserTask_AntwoordOpstellen\" targetRef=\"ServiceTask_X\" />"
                                + "<bpmn:sequenceFlow id=\"Flow_Y\" sourceRef=\"ServiceTask_X\" targetRef=\"UserTask_AntwoordNazien\" />",
                        "Nieuw: stap van het systeem \u2018Tussenbericht\u2019, met de brief \u2018Bericht dat het langer duurt\u2019, na \u2018Antwoord opstellen\u2019 en voor \u2018Antwoord nazien\u2019."),
                new Case(KLACHT, "<bpmn:sequenceFlow id=\"Flow_KlachtOnderzoekenNaarOpnieuwOpstellen\"",
                        "<bpmn:boundaryEvent id=\"Timer_H\" name=\"Tijd om te antwoorden\" attachedToRef=\"UserTask_KlachtOnderzoeken\" cancelActivity=\"false\"><bpmn:timerEventDefinition><bpmn:timeDate>"
                                + "${deadlines.before('T-KLA-02', 14, execution.processBusinessKey)}</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:boundaryEvent>"
                                + "<bpmn:sequenceFlow id=\"Flow_KlachtOnderzoekenNaarOpnieuwOpstellen\"",
                        "Nieuw: herinnering \u2018Tijd om te antwoorden\u2019, 14 dagen voor het einde van de termijn \u2018Klacht behandelen\u2019, na \u2018Klacht onderzoeken\u2019."),
                new Case(KLACHT, "Bounds x=\"290\"", "Bounds x=\"300\"", "1 element staat op een andere plaats op de tekening."),
                new Case(ERNST, "&gt; grensBedrag", "&gt; 30000",
                        "Regel 3 (\u2018Groot bedrag\u2019), kolom \u2018Bedrag, in euro\u2019: voortaan > 30000 in plaats van > grensBedrag."),
                new Case(ERNST, "\"I01\", \"I08\", \"I12\", \"I15\"", "\"I01\", \"I08\"",
                        "Regel 1 (\u2018Altijd zwaar\u2019), kolom \u2018Inbreuk\u2019: voortaan \u2018I01\u2019 of \u2018I08\u2019 in plaats van \u2018I01\u2019 of \u2018I08\u2019 of \u2018I12\u2019 of \u2018I15\u2019."),
                new Case(ERNST, "hitPolicy=\"FIRST\"", "hitPolicy=\"COLLECT\"", "Voortaan tellen alle regels die passen; vroeger: telt de eerste regel die past."),
                new Case(ERNST, "label=\"Ernst\"", "label=\"Zwaarte\"", "De kolom \u2018Ernst\u2019 heet voortaan \u2018Zwaarte\u2019."),
                new Case(FORM, "\"label\": \"Waarom niet?\"", "\"label\": \"Waarom?\"", "Het veld \u2018Waarom niet?\u2019 heet voortaan \u2018Waarom?\u2019."),
                new Case(FORM, "\"maxLength\": 5000", "\"maxLength\": 800", "\u2018Uitleg voor wie klaagde\u2019: het grootste aantal tekens is voortaan 800 in plaats van 5000."),
                new Case(FORM, "\"De klacht is anoniem\"", "\"Wie klaagt, is niet bekend\"",
                        "\u2018Waarom niet?\u2019: de keuze \u2018De klacht is anoniem\u2019 heet voortaan \u2018Wie klaagt, is niet bekend\u2019."),
                new Case(FORM, "Deze tekst staat in de brief.", "Deze tekst staat onderaan in de brief.",
                        "De hulp bij \u2018Uitleg voor wie klaagde\u2019 is voortaan \u2018Deze tekst staat onderaan in de brief.\u2019 in plaats van \u2018Deze tekst staat in de brief.\u2019."),
                new Case(FORM, "Bewaar het resultaat", "Bevestig", "De knop heet voortaan \u2018Bevestig\u2019 in plaats van \u2018Bewaar het resultaat\u2019."));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_change_is_said_in_a_sentence(Case one) {
        String old = SET.text(one.file()).orElseThrow();
        String now = old.replace(one.from(), one.to());
        assertThat(now).isNotEqualTo(old);

        assertThat(said(NL, one.file(), now)).containsExactly(one.sentences());
    }

    /** All that the seeded edits give, in both languages: no id, no code, no empty quotes, no hole in a sentence. */
    @Test
    void no_sentence_names_an_id_or_leaves_a_hole() {
        Pattern id = Pattern.compile("[A-Z][A-Za-z]+_[A-Za-z]|Delegate|\\$\\{|T-[A-Z]{2,}|dc-|\\u2018\\u2019|  |\\{[0-9]|forms/|bpmn/");
        int sentences = 0;
        for (String path : SET.paths()) {
            String old = SET.text(path).orElseThrow();
            for (long seed = 0; seed < 12; seed++) {
                RandomEdits edits = new RandomEdits(seed);
                String now = path.endsWith(".bpmn") ? edits.diagram(old, 6) : path.endsWith(".dmn") ? edits.table(old, 4) : edits.form(old, 4);
                for (Properties language : List.of(NL, EN)) {
                    List<String> said = said(language, path, now);
                    assertThat(said).as(path + " " + seed).allSatisfy(sentence -> assertThat(sentence).doesNotContainPattern(id).matches("(?s)[\\p{Lu}\u20180-9].*"));
                    sentences += said.size();
                }
            }
        }
        assertThat(sentences).isGreaterThan(2_000);
    }

    private static List<String> said(Properties language, String path, String now) {
        DiagramSet proposed = SET.with(Map.of(path, now.getBytes(StandardCharsets.UTF_8)));
        Proposal proposal = new Proposal("DC-WIJ-2026-00001", SET, proposed);
        DifferenceSentences sentences = new DifferenceSentences(WORDS,
                (key, args) -> new MessageFormat(language.getProperty(key, "MISSING " + key + "_x"), Locale.forLanguageTag("nl-BE")).format(args));
        return sentences.of(ProposalDifferences.of(proposal)).values().stream().flatMap(List::stream).map(DifferenceSentences.Sentence::text).toList();
    }

    private static ProcedureWords words() {
        Map<String, String> terms = new TreeMap<>(TERMS);
        terms.put("T-REC-04", "Een termijn");
        SET.paths().forEach(path -> Pattern.compile("T-[A-Z0-9-]+").matcher(SET.text(path).orElseThrow()).results().forEach(code -> terms.putIfAbsent(code.group(), "Een termijn")));
        return ProcedureWords.of(terms, SET);
    }

    private static DiagramSet set() {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Stream.concat(Files.walk(Path.of("bpmn")), Files.walk(Path.of("forms")))) {
            all.filter(path -> path.toString().matches(".*\\.(bpmn|dmn|form)")).forEach(path -> {
                try {
                    files.put(path.toString(), Files.readAllBytes(path));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return DiagramSet.of(files);
    }

    private static Properties texts(String language) {
        Properties texts = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/messages/procedurechange" + language + ".properties"))) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
