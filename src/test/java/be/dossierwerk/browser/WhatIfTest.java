package be.dossierwerk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A team lead asks what one person more and signing twice a week would do, at the desk and on a phone. */
@BrowserTest
class WhatIfTest {

    @LocalServerPort private int port;

    @Test
    void a_team_lead_asks_and_reads_the_answer_with_what_it_rests_on(Browser browser) {
        try (Desk tom = new Desk(browser, port, "tom")) {
            tom.open("wat-als", "Wat als");
            tom.sees("Een simulatie is een schatting, geen voorspelling.");
            tom.choose("Groep waarin iets verandert", "Dossierbehandelaar");
            tom.choose("Hoe vaak tekenen", "2 keer per week");
            tom.type("Startgetal", "41");
            tom.press("Simuleer");
            tom.sees("Wat de simulatie zegt");
            tom.sees("100 herhalingen, startgetal 41");
            tom.page.getByText("Waarop dit steunt").click();
            tom.sees("komen opnieuw binnen, elk op de dag en het uur van toen");
            tom.look("what-if");
            assertThat(tom.page.getByRole(AriaRole.TABLE).first()).isVisible();
        }
        try (Desk an = new Desk(browser, port, "an")) {
            an.open("wat-als");
            assertThat(an.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Simuleer"))).hasCount(0);
        }
    }
}
