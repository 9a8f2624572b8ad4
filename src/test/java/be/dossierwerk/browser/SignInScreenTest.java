package be.dossierwerk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Signing in at the screen, which the other tests of screens skip. */
@BrowserTest
class SignInScreenTest {

    @LocalServerPort private int port;

    @ParameterizedTest
    @CsvSource({"1366, 768", "390, 844"})
    void a_wrong_password_is_said_and_the_right_one_leads_to_one_s_work(int width, int height, Browser browser) {
        try (Desk desk = Desk.ofNobody(browser, port, width, height)) {
            desk.open("aanmelden");
            desk.sees("van aanvraag tot beslissing");
            signIn(desk, "fout");
            desk.sees("De gebruikersnaam of het wachtwoord klopt niet.");
            desk.look("aanmelden");
            signIn(desk, "demo");
            assertThat(desk.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Mijn werk"))).isVisible();
        }
    }

    /** The yardstick of all tests of screens. */
    @Test
    void a_picture_without_words_and_pale_letters_are_found(Browser browser) {
        try (Desk desk = Desk.ofNobody(browser, port, 390, 844)) {
            desk.open("aanmelden");
            desk.sees("van aanvraag tot beslissing");
            desk.page.evaluate("() => document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=\"dossierwerk.svg\"><p style=\"color: #ddd; background: #fff\">bleek</p>')");
            Assertions.assertThat(desk.accessibilityFaults()).anyMatch(fault -> fault.startsWith("image-alt")).anyMatch(fault -> fault.startsWith("color-contrast"));
        }
    }

    @Test
    void who_follows_at_the_same_browser_has_nothing_of_who_left(Browser browser) {
        try (Desk desk = new Desk(browser, port, "an")) {
            desk.open("werk", "Mijn werk");
            desk.page.evaluate("() => localStorage.setItem('van', 'an')");
        }
        try (Desk desk = Desk.ofNobody(browser, port, 1366, 768)) {
            desk.open("werk");
            desk.sees("van aanvraag tot beslissing");
            Assertions.assertThat(desk.page.evaluate("() => localStorage.getItem('van')")).isNull();
        }
    }

    private static void signIn(Desk desk, String password) {
        desk.page.getByLabel("Gebruikersnaam").fill("an");
        desk.page.locator("input[type=password]").first().fill(password);
        desk.page.keyboard().press("Enter");
    }
}
