package be.dossierwerk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A manager draws: with the keyboard alone, and every change is one line of the history. */
@BrowserTest
class DiagramEditorTest {

    @LocalServerPort private int port;

    @Test
    void a_look(Browser browser) {
        try (Desk desk = new Desk(browser, port, "pieter")) {
            List<String> says = new ArrayList<>();
            desk.page.onConsoleMessage(message -> says.add(message.type() + " " + message.text()));
            desk.page.onPageError(error -> says.add("error " + error));
            desk.open("proef-tekening", "Proef van de tekening");
            desk.page.locator(".djs-palette").waitFor();
            desk.page.waitForTimeout(1500);
            desk.page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("/tmp/tekenaar-1.png")).setFullPage(true));
            try {
                step(desk, "Nota opstellen").click();
                desk.page.waitForTimeout(600);
                desk.page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("/tmp/tekenaar-2.png")));
                add(desk, "Taak van een persoon");
                desk.page.waitForTimeout(1500);
                desk.page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("/tmp/tekenaar-3.png")));
                desk.page.keyboard().type("Nota nalezen");
                desk.page.keyboard().press("Tab");
                desk.page.waitForTimeout(1500);
                desk.page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("/tmp/tekenaar-4.png")));
                step(desk, "Nota opstellen").click();
                add(desk, "Herinnering…");
                desk.page.waitForTimeout(800);
                desk.choose("Welke termijn", "Beslissing over de erkenning (120 dagen)");
                desk.press("Voeg de herinnering toe");
                desk.page.waitForTimeout(1500);
                desk.page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("/tmp/tekenaar-5.png")));
                step(desk, "Nota nalezen").click();
                add(desk, "Keuze");
                desk.page.waitForTimeout(1500);
                desk.page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("/tmp/tekenaar-6.png")));
                desk.press("Ongedaan maken");
                desk.page.waitForTimeout(1500);
                desk.page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("/tmp/tekenaar-7.png")));
                desk.page.setViewportSize(390, 844);
                desk.page.waitForTimeout(500);
                desk.page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("/tmp/tekenaar-8.png")).setFullPage(true));
                System.out.println("## AXE " + desk.accessibilityFaults());
            } finally {
                says.forEach(line -> System.out.println("## " + line));
                DrawingView.DONE.forEach(line -> System.out.println("## DONE " + line));
                try { java.nio.file.Files.writeString(Path.of("/tmp/tekenaar-last.bpmn"), DrawingView.HISTORY.get(DrawingView.HISTORY.size() - 1)); } catch (Exception e) { throw new IllegalStateException(e); }
            }
        }
    }

    private static Locator step(Desk desk, String name) {
        return desk.page.locator(".dw-step-name").getByText(name, new Locator.GetByTextOptions().setExact(true)).first();
    }

    private static void add(Desk desk, String what) {
        desk.page.locator("vaadin-menu-bar-button").getByText("Voeg toe na dit element").first().click();
        desk.page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(what).setExact(true)).first().click();
    }
}
