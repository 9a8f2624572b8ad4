package be.dossierwerk.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.inbox.AdmitPerson;
import be.dossierwerk.inbox.BarPerson;
import be.dossierwerk.inbox.SignOutEverywhere;
import be.dossierwerk.inbox.WhoMayEnter;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.security.EndedSessions;
import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The head of the division closes the access of who left, and opens it again; others see themselves. */
@BrowserTest
class AccessScreenTest {

    @LocalServerPort private int port;
    @Autowired private CurrentActor currentActor;
    @Autowired private DemoPeople people;
    @Autowired private EndedSessions ended;
    @Autowired private AuditLog audit;
    @Autowired private WhoMayEnter whoMayEnter;
    @Autowired private BarPerson barPerson;
    @Autowired private AdmitPerson admitPerson;
    @Autowired private SignOutEverywhere signOutEverywhere;

    @BeforeEach
    void greet_was_here(Browser browser) {
        new Desk(browser, port, "greet").close();
    }

    @AfterEach
    void greet_may_come_back() {
        ended.admit("greet");
    }

    @Test
    void who_left_is_barred_with_a_reason_and_let_in_again(Browser browser) {
        try (Desk desk = new Desk(browser, port, "lieve")) {
            desk.open("toegang", "Toegang");
            desk.look("toegang");
            desk.press("Sluit de toegang van Greet Wouters af");
            desk.type("Waarom", "Uit dienst");
            desk.press("Sluit af");
            desk.sees("De toegang is afgesloten.");
            assertThat(ended.barred("greet")).isTrue();
            desk.press("Laat Greet Wouters weer toe");
            desk.press("Laat weer toe");
            desk.sees("De persoon kan zich weer aanmelden.");
            assertThat(ended.barred("greet")).isFalse();
        }
        assertThat(audit.of(AuditLog.DEPARTMENT)).extracting(AuditLog.Line::sentence).contains("Lieve Goossens sloot de toegang van Greet Wouters af.", "Lieve Goossens liet Greet Wouters weer toe.");
    }

    @Test
    void others_see_and_end_their_own_alone() {
        as("greet", () -> {
            assertThat(whoMayEnter.list()).extracting(WhoMayEnter.Person::id).containsExactly("greet");
            signOutEverywhere.signOut("greet");
            assertThatThrownBy(() -> signOutEverywhere.signOut("an")).hasMessage("security.role-missing");
            assertThatThrownBy(() -> barPerson.bar("an", "Zomaar")).hasMessage("security.role-missing");
            assertThatThrownBy(() -> admitPerson.admit("an")).hasMessage("security.role-missing");
        });
    }

    @Test
    void the_head_needs_a_reason_and_cannot_bar_herself(Browser browser) {
        new Desk(browser, port, "lieve").close();
        as("lieve", () -> {
            assertThatThrownBy(() -> barPerson.bar("greet", " ")).hasMessage("inbox.access.wrong");
            assertThatThrownBy(() -> barPerson.bar("lieve", "Vakantie")).hasMessage("inbox.access.yourself");
            assertThatThrownBy(() -> barPerson.bar("niemand", "Weg")).hasMessage("inbox.access.unknown");
            assertThatThrownBy(() -> admitPerson.admit("greet")).hasMessage("inbox.access.not-barred");
        });
    }

    private void as(String person, Runnable work) {
        currentActor.as(people.actor(person), () -> {
            work.run();
            return null;
        });
    }
}
