package be.dossierwerk.deadline.ui;

import static be.dossierwerk.shared.ui.DutchScreen.all;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import be.dossierwerk.deadline.AdjustTerm;
import be.dossierwerk.deadline.DelayReason;
import be.dossierwerk.deadline.Escalations;
import be.dossierwerk.deadline.ExplainDelay;
import be.dossierwerk.deadline.FilePause;
import be.dossierwerk.deadline.Justification;
import be.dossierwerk.deadline.PauseByHand;
import be.dossierwerk.deadline.PauseGround;
import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.DutchScreen;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The terms as they are drawn, without a browser: words, buttons for those who may, and the look ahead. */
class TermsPanelTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 12);

    @RegisterExtension final DutchScreen screen = new DutchScreen("deadline", "shared");

    private final Terms terms = mock(Terms.class);
    private final Escalations escalations = mock(Escalations.class);
    private final PauseByHand pauseByHand = mock(PauseByHand.class);
    private final CurrentActor currentActor = mock(CurrentActor.class);
    private final MovableClock clock = new MovableClock();
    private final TermsPanels panels = new TermsPanels(terms, escalations, pauseByHand, mock(ExplainDelay.class), mock(AdjustTerm.class), currentActor, clock);

    @BeforeEach
    void a_person_looks() {
        clock.moveTo(ZonedDateTime.of(TODAY.atTime(10, 0), MovableClock.BRUSSELS));
        actor(Roles.HANDLER);
    }

    @ParameterizedTest
    @CsvSource({"34, nog 34 dagen, calm", "7, nog 7 dagen, soon", "1, nog 1 dag, soon", "0, vandaag de laatste dag, soon",
        "-1, 1 dag te laat, late", "-2, 2 dagen te laat, late"})
    void days_are_said_in_words(int left, String words, String tone) {
        terms(term("T-REC-01", TODAY.plusDays(left), null, null));

        Component panel = panels.of("D1", () -> { });

        assertThat(texts(panel)).contains("Beslissing", words, "Wettelijke termijn",
                "Laatste dag: " + Dates.table(TODAY.plusDays(left)));
        assertThat(all(panel).anyMatch(c -> c.getElement().getClassList().contains("dw-days-" + tone))).isTrue();
        ProgressBar bar = only(panel, ProgressBar.class);
        assertThat(bar.getValue()).isEqualTo(86);
        assertThat(bar.getElement().getAttribute("aria-label")).isEqualTo("Beslissing: 86 van 120 dagen geteld");
    }

    @Test
    void a_pause_says_since_when_and_what_is_awaited_and_an_unknown_last_day_says_so() {
        terms(term("T-REC-01", null, LocalDate.of(2027, 3, 12), null));

        assertThat(texts(panels.of("D1", () -> { }))).contains("pauze sinds 12/03/2027", "Laatste dag: nog niet bekend",
                "Het dossier wacht op: Verweer van de onderneming");
    }

    @Test
    void ended_terms_are_folded_away_and_say_how_they_ended() {
        terms(term("T-REC-03", TODAY.minusDays(2), null, TODAY), term("T-REC-02", TODAY.plusDays(4), null, TODAY));

        assertThat(texts(panels.of("D1", () -> { }))).contains("Afgesloten termijnen", "afgesloten op 12/03/2027, 2 dagen te laat",
                "afgesloten op 12/03/2027", "In dit dossier loopt geen termijn.");
    }

    @Test
    void only_those_who_may_get_the_buttons_and_only_when_there_is_something_to_do() {
        terms(term("T-REC-01", TODAY.plusDays(34), null, null));
        when(terms.grounds("D1")).thenReturn(Set.of(PauseGround.VERWEER, PauseGround.BRON_DERDE));
        assertThat(buttons(panels.of("D1", () -> { }))).containsExactly("De klok aanpassen…");

        when(terms.openPauses("D1")).thenReturn(List.of(new FilePause(PauseGround.VERWEER, TODAY, null, "a")));
        assertThat(buttons(panels.of("D1", () -> { }))).containsExactly("De klok aanpassen…");

        actor(Roles.INTAKE);
        assertThat(buttons(panels.of("D1", () -> { }))).isEmpty();

        actor(Roles.TEAM_LEAD);
        when(terms.grounds("D1")).thenReturn(Set.of());
        when(terms.openPauses("D1")).thenReturn(List.of());
        assertThat(buttons(panels.of("D1", () -> { }))).containsExactly("De klok aanpassen…");
    }

    @Test
    void a_term_near_its_end_asks_for_a_reason_and_shows_the_one_given() {
        terms(term("T-REC-01", TODAY.minusDays(1), null, null));
        when(escalations.of("D1")).thenReturn(List.of(new Escalations.Step("T-REC-01", 100, TODAY, Roles.HEAD, null, null, null)));
        assertThat(texts(panels.of("D1", () -> { }))).contains("De termijn is verstreken. Afdelingshoofd volgt mee op sinds 12/03/2027.", "Reden opgeven");

        when(escalations.of("D1")).thenReturn(List.of(
                new Escalations.Step("T-REC-01", 100, TODAY, Roles.HEAD, DelayReason.CAPACITEIT, "Ziekte", "An Peeters")));
        assertThat(texts(panels.of("D1", () -> { }))).contains("Reden: Te weinig mensen. Ziekte (An Peeters)").doesNotContain("Reden opgeven");
    }

    @Test
    void the_dialog_looks_ahead_and_marks_what_was_refused() {
        terms(term("T-REC-01", TODAY.plusDays(34), null, null));
        when(terms.grounds("D1")).thenReturn(Set.of(PauseGround.AANVULLING_AANVRAGER));
        when(terms.stopped("D1", PauseGround.AANVULLING_AANVRAGER)).thenReturn(List.of("T-REC-01"));
        when(terms.dueIfPaused("D1", "T-REC-01", PauseGround.AANVULLING_AANVRAGER, TODAY, TODAY.plusDays(14))).thenReturn(LocalDate.of(2027, 4, 29));
        doThrow(new Refused("deadline.evidence.required")).when(pauseByHand).pause(anyString(), any(), any());

        ClockDialog dialog = new ClockDialog("D1", services(), () -> { });

        assertThat(texts(dialog)).contains("Als het antwoord op vrijdag 26 maart 2027 komt, wordt de einddatum van 'Beslissing' donderdag 29 april 2027.");
        dialogButton(dialog, "Bevestig").click();
        TextField evidence = only(dialog, TextField.class);
        assertThat(evidence.isInvalid()).isTrue();
        assertThat(evidence.getErrorMessage()).isEqualTo("Schrijf waaruit dat blijkt.");
        verify(pauseByHand).pause("D1", TODAY, new Justification<>(PauseGround.AANVULLING_AANVRAGER, "", ""));
    }

    @Test
    void what_cannot_be_done_is_not_offered() {
        terms(term("T-REC-01", null, TODAY.minusDays(5), null));
        assertThat(acts()).containsExactly("EXTEND", "START");

        when(terms.openPauses("D1")).thenReturn(List.of(new FilePause(PauseGround.VERWEER, TODAY.minusDays(5), null, "a")));
        assertThat(acts()).containsExactly("RESUME", "EXTEND", "START");

        when(terms.grounds("D1")).thenReturn(Set.of(PauseGround.VERWEER, PauseGround.BRON_DERDE));
        assertThat(acts()).containsExactly("PAUSE", "RESUME", "EXTEND", "START");
    }

    private List<String> acts() {
        return only(new ClockDialog("D1", services(), () -> { }), RadioButtonGroup.class).getListDataView().getItems().map(Object::toString).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"deadline.properties", "deadline_en.properties"})
    void every_text_that_the_module_names_is_in_both_languages(String file) throws IOException {
        Properties texts = texts(file);
        assertThat(texts.stringPropertyNames()).isEqualTo(texts("deadline.properties").stringPropertyNames());
        Pattern key = Pattern.compile("\"(deadline\\.[a-z.-]+[a-z])\"");
        List<String> named = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/be/dossierwerk/deadline"))) {
            for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                key.matcher(Files.readString(source)).results().forEach(found -> named.add(found.group(1)));
            }
        }
        assertThat(named).hasSizeGreaterThan(40).isSubsetOf(texts.stringPropertyNames());
        for (String dialog : List.of("deadline.pause", "deadline.resume")) {
            assertThat(texts).containsKeys(dialog + ".ground", dialog + ".date", dialog + ".date-help");
        }
        for (Object code : Stream.of(PauseGround.values(), DelayReason.values()).flatMap(Stream::of).toList()) {
            assertThat(texts).containsKey((code instanceof PauseGround ? "deadline.ground." : "deadline.delay.") + code);
        }
    }

    private TermsPanels.Services services() {
        return new TermsPanels.Services(terms, escalations, pauseByHand, mock(ExplainDelay.class), mock(AdjustTerm.class), currentActor, clock);
    }

    private void actor(String role) {
        when(currentActor.get()).thenReturn(new Actor("an", "An Peeters", Set.of(role)));
    }

    private void terms(TermStanding... standings) {
        when(terms.of("D1")).thenReturn(List.of(standings));
    }

    private static TermStanding term(String rule, LocalDate due, LocalDate pausedSince, LocalDate stoppedOn) {
        Integer left = due == null ? null : (int) ChronoUnit.DAYS.between(TODAY, due);
        return new TermStanding("D1", rule, "Beslissing", "WETTELIJK", TODAY.minusDays(86), due, left, 86, 0, 120, pausedSince,
                pausedSince == null ? null : "VERWEER", stoppedOn, left != null && left < 0);
    }

    private static List<String> buttons(Component root) {
        return all(root).filter(Button.class::isInstance).filter(Component::isVisible).map(c -> ((Button) c).getText()).toList();
    }

    private static Button dialogButton(ClockDialog dialog, String text) {
        return dialog.getFooter().getElement().getChildren().map(e -> e.getComponent().orElse(null)).filter(Button.class::isInstance)
                .map(Button.class::cast).filter(b -> b.getText().equals(text)).findFirst().orElseThrow();
    }

    private static List<String> texts(Component root) {
        return all(root).filter(Component::isVisible).flatMap(c -> Stream.of(c.getElement().getTextRecursively(), c.getElement().getProperty("summary", "")))
                .filter(text -> !text.isBlank()).toList();
    }

    private static <T> T only(Component root, Class<T> type) {
        return all(root).filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }

    private static Properties texts(String file) throws IOException {
        Properties texts = new Properties();
        try (var in = new InputStreamReader(TermsPanelTest.class.getResourceAsStream("/messages/" + file), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }
}
