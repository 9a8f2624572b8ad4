package be.dossierwerk.activity.ui;

import be.dossierwerk.activity.ActivityImport;
import be.dossierwerk.activity.ImportActivity;
import be.dossierwerk.activity.Months;
import be.dossierwerk.activity.ShowActivity;
import be.dossierwerk.activity.ShowActivity.KnownMonth;
import be.dossierwerk.activity.ShowActivity.Rejection;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.ReceivedFile;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.AddressBar;
import be.dossierwerk.shared.ui.ReadUpload;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The issuing company's files: read one, see which months there are, and what was wrong. The file whose rejected rows are shown stands in the address. */
@Route(ActivityView.PATH)
@Menu(title = "menu.activity", order = 42)
@RolesAllowed({Roles.HANDLER, Roles.TEAM_LEAD, Roles.MANAGER, Roles.FINANCE, Roles.AUDITOR})
@StyleSheet("context://activity.css")
class ActivityView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "activiteit";

    private static final String FILE = "bestand";
    private static final int MONTHS = 24;
    private static final int FILES = 50;
    private static final int ROWS = 200;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H.mm");

    private final transient ShowActivity showActivity;
    private final Div result = new Div();
    private final Div body = new Div();
    private String chosen = "";
    /** The rejected rows were asked for in the address, and do not follow from a file just read. */
    private boolean asked;

    ActivityView(ShowActivity showActivity, ImportActivity importActivity, CurrentActor currentActor) {
        this.showActivity = showActivity;
        addClassName("dw-page");
        add(new H1(getPageTitle()), new Paragraph(text("explanation")));
        Actor actor = currentActor.get();
        if (actor.has(Roles.TEAM_LEAD) || actor.has(Roles.FINANCE)) {
            add(new H2(text("upload")), new Paragraph(text("upload-help")), new ReadUpload<>(text("upload"), ImportActivity.MOST_MEGABYTES, (name, content) -> {
                try (ReceivedFile file = ReceivedFile.of(content, ImportActivity.MOST_MEGABYTES)) {
                    return currentActor.as(actor, () -> importActivity.importFile(name, file));
                }
            }, this::read, result::removeAll, "text/csv", ".csv", ".txt"));
        }
        result.addClassName("dw-result");
        result.getElement().setAttribute("role", "status");
        add(result, body);
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        chosen = event.getLocation().getQueryParameters().getSingleParameter(FILE).orElse("");
        asked = true;
        result.removeAll();
        draw();
    }

    private void read(ImportActivity.Outcome outcome) {
        ActivityImport file = outcome.file();
        result.removeAll();
        result.add(outcome.first() ? new Paragraph(text("read", file.fileName(), file.rows(), file.accepted(), file.rejected()))
                : new Paragraph(text("again", file.fileName(), moment(file), file.receivedByName())));
        if (outcome.first() && !file.months().isEmpty()) {
            result.add(new Paragraph(text("months-read", months(file.months()))));
        }
        if (outcome.first() && !file.replaced().isEmpty()) {
            result.add(new Paragraph(text("replaced", months(file.replaced()))));
        }
        asked = false;
        chosen = file.rejected() > 0 ? String.valueOf(file.id()) : "";
        AddressBar.replace(this, new Location(PATH, chosen.isEmpty() ? QueryParameters.empty() : QueryParameters.simple(Map.of(FILE, chosen))));
        draw();
    }

    private void draw() {
        body.removeAll();
        if (!chosen.isEmpty()) {
            body.add(rejections());
        }
        body.add(knownMonths(), files());
    }

    private Component rejections() {
        Div part = new Div();
        part.addClassName("dw-activity-rejections");
        try {
            ActivityImport file = showActivity.byId(chosen.matches("[0-9]{1,18}") ? Long.parseLong(chosen) : 0);
            H2 heading = new H2(text("rejected-of", file.fileName()));
            heading.getElement().setAttribute("tabindex", "-1");
            if (asked) {
                // The link stands below the months: who follows it comes up to what was asked.
                heading.getElement().executeJs("this.focus()");
            }
            part.add(heading);
            if (file.rejected() == 0) {
                part.add(new Paragraph(text("none-rejected")));
                return part;
            }
            List<Rejection> first = showActivity.rejections(file.id(), ROWS + 1);
            Anchor download = new Anchor(PATH + "/" + file.id() + "/afgewezen.csv", text("download"));
            download.getElement().setAttribute("router-ignore", true).setAttribute("download", true);
            part.add(new Paragraph(text("rejected-count", file.rejected()) + (first.size() > ROWS ? " " + text("first-rows", ROWS) : "")), download);
            UnorderedList list = new UnorderedList();
            list.addClassName("dw-activity-lines");
            first.stream().limit(ROWS).forEach(rejection -> list.add(item(rejection)));
            part.add(list);
        } catch (Refused refused) {
            part.add(new Paragraph(getTranslation(refused.key(), refused.args())));
        }
        return part;
    }

    private ListItem item(Rejection rejection) {
        Span place = new Span(text("place", rejection.row(), rejection.column()));
        place.addClassName("dw-activity-name");
        Span value = new Span(rejection.value().isEmpty() ? text("no-value") : rejection.value());
        value.addClassName("dw-activity-value");
        return new ListItem(place, value, new Span(rejection.message()));
    }

    private Component knownMonths() {
        List<KnownMonth> months = showActivity.months(MONTHS);
        long missing = months.stream().filter(KnownMonth::missing).count();
        UnorderedList list = new UnorderedList();
        list.addClassName("dw-activity-months");
        // The month people look for is the last one.
        for (int i = months.size() - 1; i >= 0; i--) {
            list.add(item(months.get(i)));
        }
        return new Div(new H2(text("months")), new Paragraph(text("months-count", MONTHS, missing)), list);
    }

    private ListItem item(KnownMonth month) {
        Span name = new Span(Months.prose(month.month(), getLocale()));
        name.addClassName("dw-activity-month");
        if (month.missing()) {
            ListItem item = new ListItem(name, new Span(text("missing")));
            item.addClassName("dw-activity-missing");
            return item;
        }
        return new ListItem(name, new Span(text("undertakings", month.undertakings())), new Span(text("vouchers", month.vouchers())),
                new Span(text("amount", month.amount())));
    }

    private Component files() {
        Div part = new Div(new H2(text("files")));
        List<ActivityImport> files = showActivity.imports(FILES);
        if (files.isEmpty()) {
            part.add(new Paragraph(text("no-files")));
            return part;
        }
        if (files.size() == FILES) {
            part.add(new Paragraph(text("first-files", FILES)));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("dw-activity-files");
        files.forEach(file -> list.add(item(file)));
        part.add(list);
        return part;
    }

    private ListItem item(ActivityImport file) {
        Span name = new Span(file.fileName());
        name.addClassName("dw-activity-file");
        ListItem item = new ListItem(name, note(text("received", moment(file), file.receivedByName())),
                new Span(text("counts", file.rows(), file.accepted(), file.rejected())));
        if (!file.months().isEmpty()) {
            item.add(new Span(text("of-months", months(file.months()))));
        }
        if (!file.replaced().isEmpty()) {
            item.add(new Span(text("replaced", months(file.replaced()))));
        }
        if (file.rejected() > 0) {
            Anchor show = new Anchor(PATH + "?" + FILE + "=" + file.id(), text("show-rejected"));
            show.setAriaLabel(text("rejected-of", file.fileName()) + ", " + moment(file));
            item.add(show);
        }
        return item;
    }

    private String months(List<YearMonth> months) {
        return months.stream().map(month -> Months.prose(month, getLocale())).collect(Collectors.joining(", "));
    }

    private String moment(ActivityImport file) {
        ZonedDateTime at = file.receivedAt().atZone(MovableClock.BRUSSELS);
        return text("moment", Dates.prose(at.toLocalDate(), getLocale()), TIME.format(at));
    }

    private static Span note(String text) {
        Span note = new Span(text);
        note.addClassName("dw-note");
        return note;
    }

    private String text(String key, Object... args) {
        return getTranslation("activity.screen." + key, args);
    }
}
