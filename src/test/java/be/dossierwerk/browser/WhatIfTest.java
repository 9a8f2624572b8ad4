package be.dossierwerk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.simulation.YearOfRecognitions;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A team lead asks what one person more and signing twice a week would do. */
@BrowserTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhatIfTest {

    @LocalServerPort private int port;
    @Autowired private ApplicationContext spring;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;

    @BeforeAll
    void a_year_of_recognitions() {
        YearOfRecognitions.make(spring);
    }

    @AfterAll
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void a_team_lead_asks_and_reads_the_answer_with_what_it_rests_on(Browser browser) {
        try (Desk tom = new Desk(browser, port, "tom")) {
            tom.open("wat-als", "Wat als");
            tom.sees("Een simulatie is een schatting, geen voorspelling.");
            tom.choose("Groep waarin iets verandert", "Dossierbehandelaar");
            tom.choose("Hoe vaak tekenen", "2 keer per week");
            tom.type("Startgetal", "41");
            tom.press("Simuleer");
            tom.seesInTheEnd("100 herhalingen, startgetal 41");
            assertThat(tom.page.locator(".dw-simulation-bars .share")).hasCount(3);
            assertThat(tom.page.locator(".dw-simulation-bars .share").first()).isVisible();
            tom.sees("één persoon meer bij Dossierbehandelaar, 2 keer per week tekenen. Door Tom");
            tom.sees("van de 100 dossiers de 20 dagen");
            tom.page.getByText("Waarop dit steunt").click();
            tom.sees("komen opnieuw binnen, elk op de dag en het uur van toen");
            tom.look("what-if");
            found("jsonb_set(outcome, '{norms,0,real}', outcome #> '{norms,0,now,middle}')");
            tom.open("wat-als", "Wat als");
            assertThat(tom.page.locator(".dw-simulation-headline")).containsText("Zo halen naar schatting");
            tom.sees("Hoe goed is de simulatie?");
            assertThat(tom.page.getByText("De simulatie speelt het voorbije jaar slecht na")).hasCount(0);
            found("jsonb_set(outcome, '{norms,0,real}', to_jsonb((case when (outcome #>> '{norms,0,now,middle}')::numeric > 0.5 then 0.2 else 0.9 end)))");
            tom.open("wat-als", "Wat als");
            tom.sees("In de simulatie halen daarna");
            assertThat(tom.page.locator(".dw-simulation-headline")).hasCount(0);
            assertThat(tom.page.locator(".dw-simulation-result > p").nth(1)).containsText("De simulatie speelt het voorbije jaar slecht na");
            found("jsonb_set(outcome, '{enough}', 'false')");
            tom.open("wat-als", "Wat als");
            assertThat(tom.page.locator(".dw-simulation-result > p").nth(1)).containsText("Er is te weinig geschiedenis");
            assertThat(tom.page.getByText("van de 100 dossiers de")).hasCount(0);
        }
        try (Desk an = new Desk(browser, port, "an")) {
            an.open("wat-als");
            assertThat(an.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Simuleer"))).hasCount(0);
        }
    }

    /** As if the latest simulation without a change had found something else. */
    private void found(String outcome) {
        jdbc.sql("update simulation_run set outcome = " + outcome + " where id = (select max(id) from simulation_run where change is null)").update();
    }
}
