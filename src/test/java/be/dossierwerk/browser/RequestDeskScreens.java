package be.dossierwerk.browser;

import be.dossierwerk.demo.InventedApplications;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the stories of a complaint and of an openness request share: the form of who asks, the menu of a dossier, the pictures. */
final class RequestDeskScreens {

    private static final Path PICTURES = Path.of("target", "vragen");

    private RequestDeskScreens() { }

    static void requester(Desk desk, String name) {
        desk.type("Naam", name);
        desk.type("Straat en nummer", "Kade 1 bus 3");
        desk.type("Postcode", "9000");
        desk.type("Gemeente", "Gent");
    }

    static void letter(Desk desk) {
        desk.choose("Kanaal", "Brief");
        desk.page.locator("input[type=file]").setInputFiles(new FilePayload("brief.pdf", "application/pdf", InventedApplications.proofOfDeposit("Brief").content()));
        desk.page.locator(".dw-application-filelist li").first().waitFor();
    }

    /** Sends the form and gives the number of the dossier that it made. */
    static String registered(Desk desk, String button, String prefix) {
        desk.send(button);
        desk.page.waitForURL(Pattern.compile(".*/dossier/DC-" + prefix + "-.*"));
        Matcher number = Pattern.compile("DC-" + prefix + "-\\d{4}-\\d{5}").matcher(desk.url());
        if (!number.find()) {
            throw new AssertionError(desk.url());
        }
        return number.group();
    }

    static void act(Desk desk, String dossier, String action) {
        desk.open("dossier/" + dossier);
        desk.page.locator("vaadin-menu-bar-button").first().click();
        desk.page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(action).setExact(true)).click();
        dialog(desk).waitFor();
    }

    static Locator dialog(Desk desk) {
        return desk.page.locator("vaadin-dialog-overlay, [role=dialog]").first();
    }

    static void picture(Desk desk, String name) {
        desk.picture(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
    }
}
