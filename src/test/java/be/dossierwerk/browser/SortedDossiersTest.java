package be.dossierwerk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.dossier.Dossiers.NewDossier;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The list of dossiers is sorted by its columns, with the mouse and by keyboard, and goes on page after page in that order. */
@BrowserTest
class SortedDossiersTest {

    private static final int MANY = 60;
    private static final String FOUND = "Rangschikking";
    /** The numbers of the rows that are seen, from above. */
    private static final String SEEN = """
            () => { const grid = document.querySelector('.dw-dossiers-grid').getBoundingClientRect();
              return [...document.querySelectorAll('.dw-dossiers-grid a[href^="dossier/"]')].map(link => ({ number: link.textContent.trim(), at: link.getBoundingClientRect() }))
                .filter(row => row.number && row.at.height > 0 && row.at.top > grid.top && row.at.bottom <= grid.bottom + 1).sort((one, other) => one.at.top - other.at.top).map(row => row.number); }""";

    private record Made(String number, String subject, LocalDate received) { }

    @LocalServerPort private int port;
    @Autowired private Dossiers dossiers;
    @Autowired private CurrentActor currentActor;
    @Autowired private DemoPeople people;

    @Test
    void sorted_by_each_column_with_the_mouse_and_by_keyboard_and_read_on_to_the_end(Browser browser) {
        List<Made> made = make();
        List<String> newest = numbers(made, Comparator.comparing(Made::received).thenComparing(Made::number).reversed());
        List<String> byNumber = numbers(made, Comparator.comparing(Made::number));
        List<String> bySubject = numbers(made, Comparator.comparing(Made::subject));
        try (Desk an = new Desk(browser, port, "an")) {
            an.open("dossiers?q=" + FOUND, "Dossiers");
            an.sees(MANY + " dossiers");
            seesFirst(an, newest);

            header(an, "Onderneming").click();
            seesFirst(an, bySubject);
            an.look("dossiers-gesorteerd");
            readOn(an, bySubject);

            header(an, "Onderneming").click();
            seesFirst(an, reversed(bySubject));
            readOn(an, reversed(bySubject));

            header(an, "Ontvangen op").click();
            seesFirst(an, reversed(newest));
            header(an, "Toestand").click();
            seesFirst(an, byNumber);
            assertThat(an.page.locator(".dw-dossiers-grid vaadin-grid-sorter").allInnerTexts()).as("days left are no column of the table").map(String::strip)
                    .containsExactlyInAnyOrder("Dossier en procedure", "Onderneming", "Toestand", "Behandelaar", "Ontvangen op");

            an.open("dossiers?q=" + FOUND, "Dossiers");
            seesFirst(an, newest);
            an.settled();
            an.field("Behandelaar").focus();
            assertThat(an.field("Behandelaar")).isFocused();
            an.page.keyboard().press("Tab");
            an.page.keyboard().press("Space");
            seesFirst(an, byNumber);
            an.page.keyboard().press("Space");
            seesFirst(an, reversed(byNumber));
        }
    }

    private List<Made> make() {
        List<Made> made = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            LocalDate received = LocalDate.of(2026, 3, 1).plusDays(i * 7 % 31);
            String subject = FOUND + " %02d bv".formatted(i * 37 % MANY);
            made.add(new Made(currentActor.as(people.actor("els"), () -> dossiers.open(new NewDossier("openbaarheid", "RNG", subject, null, null, "PAPIER", received, null, null))), subject, received));
        }
        return made;
    }

    private static List<String> numbers(List<Made> made, Comparator<Made> order) {
        return made.stream().sorted(order).map(Made::number).toList();
    }

    private static List<String> reversed(List<String> numbers) {
        List<String> reversed = new ArrayList<>(numbers);
        Collections.reverse(reversed);
        return reversed;
    }

    private static Locator header(Desk desk, String column) {
        return desk.page.locator(".dw-dossiers-grid vaadin-grid-sorter", new Page.LocatorOptions().setHasText(column));
    }

    private static void seesFirst(Desk desk, List<String> expected) {
        desk.page.waitForCondition(() -> {
            List<String> first = seen(desk);
            return first.size() > 5 && first.equals(expected.subList(0, Math.min(first.size(), expected.size())));
        });
    }

    /** Row after row to the last, so that every page is fetched behind the one before it, and back. */
    private static void readOn(Desk desk, List<String> expected) {
        for (int first = 0; first < MANY + 10; first += 10) {
            desk.page.locator(".dw-dossiers-grid").evaluate("(grid, row) => grid.scrollToIndex(row)", Math.min(first, MANY - 1));
            desk.settled();
        }
        desk.page.waitForCondition(() -> {
            List<String> last = seen(desk);
            return !last.isEmpty() && last.equals(expected.subList(MANY - last.size(), MANY));
        });
        desk.page.locator(".dw-dossiers-grid").evaluate("grid => grid.scrollToIndex(0)");
    }

    @SuppressWarnings("unchecked")
    private static List<String> seen(Desk desk) {
        return (List<String>) desk.page.evaluate(SEEN);
    }
}
