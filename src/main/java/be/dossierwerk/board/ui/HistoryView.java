package be.dossierwerk.board.ui;

import be.dossierwerk.board.ImportHistory;
import be.dossierwerk.board.ImportHistory.Outcome;
import be.dossierwerk.board.ShowHistoryImports;
import be.dossierwerk.board.ShowHistoryImports.Import;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.ReceivedFile;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.AddressBar;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.PageLink;
import be.dossierwerk.shared.ui.ReadUpload;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** Reads the events of measures that run elsewhere, and shows what each file brought. The file whose refused rows are shown stands in the address. */
@Route(HistoryView.PATH)
@Menu(title = "menu.board-history", order = 37)
@RolesAllowed({Roles.HEAD, Roles.MANAGER, Roles.TEAM_LEAD, Roles.AUDITOR})
@StyleSheet("context://board.css")
class HistoryView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = BoardView.PATH + "/invoer";

    private static final String IMPORT = "invoer";
    private static final String FROM = "vanaf";
    private static final int FILES = 50;
    private static final int PAGE = 50;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H.mm");

    private final transient ShowHistoryImports imports;
    private final Div result = new Div();
    private final Div body = new Div();
    /** Read by the request that brings the file. */
    private volatile boolean supplement;

    HistoryView(ShowHistoryImports imports, ImportHistory importHistory, CurrentActor currentActor) {
        this.imports = imports;
        addClassNames("dw-page", "dw-board");
        add(new H1(getPageTitle()), new Paragraph(text("explanation")));
        Actor actor = currentActor.get();
        if (actor.has(Roles.HEAD) || actor.has(Roles.MANAGER)) {
            add(new H2(text("upload")), new Paragraph(text("upload-help", ImportHistory.MOST_MEGABYTES)), supplementChoice(),
                    new ReadUpload<Outcome>(text("upload"), ImportHistory.MOST_MEGABYTES, (name, content) -> {
                        try (ReceivedFile file = ReceivedFile.of(content, ImportHistory.MOST_MEGABYTES)) {
                            return currentActor.as(actor, () -> supplement ? importHistory.supplement(name, file.path()) : importHistory.importFile(name, file.path()));
                        }
                    }, this::read, result::removeAll, "text/csv", ".csv", ".txt"));
        }
        result.addClassName("dw-result");
        result.getElement().setAttribute("role", "status");
        add(result, body);
    }

    private Component supplementChoice() {
        Checkbox choice = new Checkbox(text("supplement"));
        choice.setHelperText(text("supplement-help"));
        choice.addValueChangeListener(change -> supplement = change.getValue());
        return choice;
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        result.removeAll();
        draw(number(query, IMPORT, 18), (int) number(query, FROM, 7));
    }

    private static long number(QueryParameters query, String name, int digits) {
        return query.getSingleParameter(name).filter(typed -> typed.matches("[0-9]{1," + digits + "}")).map(Long::parseLong).orElse(0L);
    }

    private void read(Outcome outcome) {
        result.removeAll();
        result.add(new Paragraph(text(outcome.again() ? "again" : "read", imports.byId(outcome.id()).name(), outcome.rows(), outcome.accepted(), outcome.known(), outcome.rejected())));
        if (!outcome.again() && outcome.accepted() > 0) {
            result.add(new PageLink(BoardView.PATH, text("to-board")));
        }
        long chosen = outcome.rejected() > 0 ? outcome.id() : 0;
        AddressBar.replace(this, new Location(PATH, chosen == 0 ? QueryParameters.empty() : QueryParameters.simple(Map.of(IMPORT, String.valueOf(chosen)))));
        draw(chosen, 0);
    }

    private void draw(long chosen, int from) {
        body.removeAll();
        if (chosen > 0) {
            body.add(rejections(chosen, from));
        }
        body.add(files(), rows());
    }

    private Component rejections(long chosen, int from) {
        Div part = new Div();
        try {
            Import of = imports.byId(chosen);
            part.add(new H2(text("rejected-of", of.name())));
            if (of.rejected() == 0) {
                part.add(new Paragraph(text("none-rejected")));
                return part;
            }
            CardTable table = new CardTable(text("rejected-of", of.name()), List.of(text("line"), text("column"), text("value"), text("reason")));
            imports.rejections(of, from, PAGE).forEach(row -> table.row(whole(row.line()), row.column(), row.value(), row.reason()));
            part.add(new Paragraph(text("rejected-count", of.rejected())), download(PATH + "/" + of.id() + "/geweigerd.csv", text("download")), table, pages(of, from));
        } catch (Refused refused) {
            part.add(new Paragraph(getTranslation(refused.key(), refused.args())));
        }
        return part;
    }

    private Component pages(Import of, int from) {
        Div pages = new Div();
        pages.addClassName("dw-board-choices");
        if (of.rejected() > PAGE) {
            pages.add(new Span(text("page", from + 1, Math.min(from + PAGE, of.rejected()), of.rejected())));
        }
        if (from > 0) {
            pages.add(new PageLink(PATH + "?" + IMPORT + "=" + of.id() + "&" + FROM + "=" + Math.max(0, from - PAGE), text("earlier")));
        }
        if (from + PAGE < of.rejected()) {
            pages.add(new PageLink(PATH + "?" + IMPORT + "=" + of.id() + "&" + FROM + "=" + (from + PAGE), text("later")));
        }
        return pages;
    }

    private Component files() {
        Div part = new Div(new H2(text("files")));
        List<Import> files = imports.latest(FILES);
        if (files.isEmpty()) {
            part.add(new Paragraph(text("no-files")));
            return part;
        }
        if (files.size() == FILES) {
            part.add(new Paragraph(text("first-files", FILES)));
        }
        CardTable table = new CardTable(text("files"), List.of(text("file"), text("when"), text("who"), text("rows"), text("accepted"), text("known"), text("rejected")));
        for (Import file : files) {
            table.row(name(file), CardTable.text(moment(file.at())), CardTable.text(file.byName()), CardTable.text(whole(file.rows())), CardTable.text(whole(file.accepted())),
                    CardTable.text(whole(file.known())), rejected(file));
        }
        part.add(table);
        return part;
    }

    private Component name(Import file) {
        Span fingerprint = new Span(text("sha256", file.sha256()));
        fingerprint.addClassNames("dw-note", "dw-history-fingerprint");
        return new Div(new Span(file.name()), fingerprint);
    }

    private Component rejected(Import file) {
        if (file.rejected() == 0) {
            return CardTable.text(whole(0));
        }
        Anchor show = new PageLink(PATH + "?" + IMPORT + "=" + file.id(), text("show-rejected", file.rejected()));
        show.setAriaLabel(text("show-rejected", file.rejected()) + ": " + file.name() + ", " + moment(file.at()));
        return show;
    }

    private Component rows() {
        CardTable table = new CardTable(text("row"), List.of(text("column"), text("meaning"), text("example")));
        ImportHistory.COLUMNS.forEach(column -> table.row(column, text("column." + column), text("example." + column)));
        return new Div(new H2(text("row")), new Paragraph(text("row-help")), download(PATH + "/voorbeeld.csv", text("download-example")), table);
    }

    private static Anchor download(String from, String label) {
        Anchor link = new Anchor(from, label);
        link.getElement().setAttribute("router-ignore", true).setAttribute("download", true);
        return link;
    }

    private String whole(int number) {
        return NumberFormat.getIntegerInstance(getLocale()).format(number);
    }

    private String moment(Instant at) {
        ZonedDateTime moment = at.atZone(MovableClock.BRUSSELS);
        return text("moment", Dates.prose(moment.toLocalDate(), getLocale()), TIME.format(moment));
    }

    private String text(String key, Object... args) {
        return getTranslation("board.history." + key, args);
    }
}
