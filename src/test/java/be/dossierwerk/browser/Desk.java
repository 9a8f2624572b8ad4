package be.dossierwerk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** One civil servant at a screen: is signed in, and works as a person does, by the words on the screen. */
final class Desk implements AutoCloseable {

    static final int PATIENCE_MILLIS = 30_000;
    static final int LONG_PATIENCE_MILLIS = 180_000;
    private static final String AXE = axe();
    private static final String STANDS_STILL = """
            () => { const moving = [];
              const look = root => { moving.push(...root.getAnimations()); root.querySelectorAll('*').forEach(each => each.shadowRoot && look(each.shadowRoot)); };
              look(document);
              return moving.every(each => each.playState !== 'running' || each.effect.getComputedTiming().endTime === Infinity); }""";
    /** Where pictures of the screens go when somebody wants to look at them; otherwise none are made. */
    private static final String PICTURES = System.getProperty("dossierwerk.pictures");
    /** Makes every desk as slow as a bad day: milliseconds that each answer of the server takes longer, the processor so many times slower, as 600,4. */
    private static final String SLOW = System.getProperty("dossierwerk.slow");

    static {
        // What a test reads may take as long as what it waits for.
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    /** Browsers that nobody works with now. One Chromium runs for all tests of a process. */
    private static final Deque<BrowserContext> LEFT = new ArrayDeque<>();

    private final BrowserContext context;
    private final String address;
    final Page page;

    Desk(Browser browser, int port, String person) {
        this(browser, port, person, 1366, 768);
    }

    Desk(Browser browser, int port, String person, int width, int height) {
        address = "http://localhost:" + port;
        context = profile(browser);
        page = context.newPage();
        page.setViewportSize(width, height);
        if (SLOW != null) {
            slow(SLOW.split(",")[0], SLOW.split(",")[1]);
        }
        if (person != null) {
            signIn(person);
        }
    }

    private static BrowserContext profile(Browser browser) {
        if (!LEFT.isEmpty()) {
            return LEFT.pop();
        }
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setLocale("nl-BE").setTimezoneId("Europe/Brussels"));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context;
    }

    /** A screen at which nobody signed in yet. */
    static Desk ofNobody(Browser browser, int port, int width, int height) {
        return new Desk(browser, port, null, width, height);
    }

    /** What the form of the sign-in page sends (SignInScreenTest), without loading that page and the next for each person of each test. */
    private void signIn(String person) {
        APIResponse answer = context.request().post(address + "/aanmelden",
                RequestOptions.create().setForm(FormData.create().set("username", person).set("password", "demo")).setMaxRedirects(0));
        assertThat(answer.headers().get("location")).as("after signing in " + person).isNotNull().doesNotContain("aanmelden");
    }

    private void slow(String millis, String times) {
        CDPSession chromium = context.newCDPSession(page);
        JsonObject network = new JsonObject();
        network.addProperty("offline", false);
        network.addProperty("latency", Integer.valueOf(millis));
        network.addProperty("downloadThroughput", -1);
        network.addProperty("uploadThroughput", -1);
        chromium.send("Network.emulateNetworkConditions", network);
        JsonObject processor = new JsonObject();
        processor.addProperty("rate", Integer.valueOf(times));
        chromium.send("Emulation.setCPUThrottlingRate", processor);
    }

    void open(String path) {
        page.navigate(address + "/" + path);
    }

    /** Opens the page and waits for its heading. */
    void open(String path, String heading) {
        open(path);
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(heading).setLevel(1)).waitFor();
    }

    /** Opens a task as people do: search the dossier in the groups' list, follow the link. */
    void openTask(String dossier, String task) {
        open("werk?tab=groepen&q=" + dossier);
        Locator link = page.locator("a.dw-task").getByText(task, new Locator.GetByTextOptions().setExact(true))
                .or(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(task).setExact(true)));
        link.first().click();
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(task).setLevel(1)).waitFor();
    }

    /** The address, once the router has gone along with what the screen shows: a page stands there a moment before its address. */
    String url() {
        settled();
        page.waitForFunction("() => !window.Vaadin?.Flow?.navigation");
        return page.url();
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).first();
    }

    void type(String label, String text) {
        type(field(label), text);
    }

    /** As a person, who sees that the text stands in the field before leaving it, and what the server made of it before going on. */
    static void type(Locator field, String text) {
        field.fill(text);
        PlaywrightAssertions.assertThat(field).hasValue(text);
        field.press("Tab");
        settled(field.page());
    }

    /** A radio button or a check box by the name of its group and its own. */
    void tick(String group, String option) {
        Locator frame = page.locator("vaadin-radio-group, vaadin-checkbox-group", new Page.LocatorOptions().setHas(
                page.getByText(group, new Page.GetByTextOptions().setExact(true)))).first();
        frame.getByLabel(option, new Locator.GetByLabelOptions().setExact(true)).first().check();
    }

    void choose(String label, String option) {
        choose(field(label), option);
    }

    /** Until the list is closed and shows what was chosen; one that holds several choices shows none of them. */
    void choose(Locator list, String option) {
        list.fill(option);
        // A long list is sought through by the server: what stood there before is no longer a choice.
        settled();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option).setExact(true)).first().click();
        if (list.locator("xpath=ancestor::vaadin-multi-select-combo-box").count() == 0) {
            PlaywrightAssertions.assertThat(list).hasValue(option);
            PlaywrightAssertions.assertThat(page.locator("vaadin-combo-box-overlay[opened]")).hasCount(0);
        }
        settled();
    }

    /** Until the server answered everything that the page told it. */
    void settled() {
        settled(page);
    }

    private static void settled(Page page) {
        page.waitForFunction("() => Object.values(window.Vaadin?.Flow?.clients ?? {}).every(client => !client.isActive?.())");
    }

    void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).first().click();
    }

    /** Sends the task's form and waits for the next page. */
    void send(String button) {
        String from = page.url();
        press(button);
        page.waitForURL(url -> !url.equals(from));
    }

    void sees(String text) {
        page.getByText(text).first().waitFor();
    }

    /** What is worked out of all dossiers or in the background: it takes as long as other tests left dossiers. */
    void seesInTheEnd(String text) {
        page.getByText(text).first().waitFor(new Locator.WaitForOptions().setTimeout(LONG_PATIENCE_MILLIS));
    }

    /** Nothing that axe finds and nothing that scrolls sideways, at the desk and on a phone; a picture of each where somebody wants them. */
    void look(String name) {
        picture(name + "-390", 390, 2000);
        page.setViewportSize(390, 844);
        assertThat(accessibilityFaults()).as(name + " on a phone").isEmpty();
        page.waitForFunction("() => document.documentElement.scrollWidth <= 391");
        picture(name + "-1366", 1366, 1100);
        page.setViewportSize(1366, 768);
        assertThat(accessibilityFaults()).as(name).isEmpty();
    }

    /** Nothing scrolls sideways; a page that got another width needs a moment to follow. */
    void fits() {
        page.waitForFunction("() => document.documentElement.scrollWidth <= window.innerWidth");
    }

    private void picture(String name, int width, int height) {
        if (PICTURES != null) {
            // High enough to see what one would scroll to.
            page.setViewportSize(width, height);
            picture(new Page.ScreenshotOptions().setPath(Path.of(name + ".png")).setFullPage(true));
        }
    }

    /** The file gets its place among the other pictures. */
    void picture(Page.ScreenshotOptions options) {
        if (PICTURES != null) {
            // Dialogs and notifications glide in and out.
            page.waitForTimeout(500);
            page.screenshot(options.setPath(Path.of(PICTURES).resolve(options.path.getFileName())));
        }
    }

    /** What axe-core finds against WCAG 2.2 A and AA, in words. */
    @SuppressWarnings("unchecked")
    List<String> accessibilityFaults() {
        // A page that was just opened gets its title with its content.
        page.waitForFunction("() => document.title !== ''");
        settled();
        // What still fades in has no contrast yet.
        page.waitForFunction(STANDS_STILL);
        if (!(Boolean) page.evaluate("() => !!window.axe")) {
            page.evaluate(AXE);
        }
        // What it passes is not written out: only what it finds counts.
        return ((List<Map<String, Object>>) page.evaluate("""
                async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations']}))
                  .violations.map(v => ({id: v.id, nodes: v.nodes.map(n => n.target.join(' ') + ' ' + n.failureSummary).slice(0, 3)}))""")).stream()
                .map(fault -> fault.get("id") + ": " + fault.get("nodes")).toList();
    }

    /** The next person gets the browser with the files of the screens that it loaded, and with nothing of this person. */
    @Override
    public void close() {
        try {
            forget();
            LEFT.push(context);
        } catch (PlaywrightException broken) {
            // A page that crashed: what the test says of it counts.
            context.close();
        }
    }

    /** Nothing of this person remains for the next one, but for files that every person has. */
    private void forget() {
        CDPSession chromium = context.newCDPSession(page);
        JsonObject ours = new JsonObject();
        ours.addProperty("origin", address);
        ours.addProperty("storageTypes", "cookies,local_storage,indexeddb,service_workers,cache_storage,websql");
        chromium.send("Storage.clearDataForOrigin", ours);
        chromium.detach();
        context.pages().forEach(Page::close);
        context.clearCookies();
    }

    private static String axe() {
        try (var in = Desk.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
