package be.dossierwerk.deadline.ui;

import be.dossierwerk.deadline.LedgerLine;
import be.dossierwerk.deadline.AccountReadings;
import be.dossierwerk.deadline.ShowAccount;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.DateField;
import be.dossierwerk.shared.ui.DaysLeft;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;

/** The account of a term: one line for each day with why it counts or not, the rule, and the ledger; also as it was known on an earlier day. */
@Route("termijn/:dossier/:rule")
@PermitAll
@StyleSheet("context://deadline.css")
class AccountView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String KNOWN = "bekend";

    private final transient ShowAccount showAccount;
    private final transient AccountReadings readings;
    private String title = "";

    AccountView(ShowAccount showAccount, AccountReadings readings) {
        this.showAccount = showAccount;
        this.readings = readings;
        addClassName("dw-account");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String dossier = event.getRouteParameters().get("dossier").orElse("");
        String rule = event.getRouteParameters().get("rule").orElse("");
        LocalDate known = event.getLocation().getQueryParameters().getSingleParameter(KNOWN).map(AccountView::day).orElse(null);
        removeAll();
        Anchor back = new PageLink("dossier/" + dossier, getTranslation("deadline.account.dossier", dossier));
        try {
            ShowAccount.Sheet sheet = showAccount.of(dossier, rule, known, getLocale());
            readings.read(dossier);
            title = getTranslation("deadline.account.title", sheet.rule().name());
            add(new H1(title), new Paragraph(back), summary(sheet), knownOn(dossier, rule, known), plain(sheet), papers(dossier, rule),
                    new H2(getTranslation("deadline.account.rule")), rule(sheet), new H2(getTranslation("deadline.account.days")), days(sheet),
                    new H2(getTranslation("deadline.account.lines")), lines(sheet), hash(sheet));
        } catch (Refused refused) {
            title = getTranslation("deadline.account.days");
            add(new H1(title), new Paragraph(getTranslation(refused.key(), refused.args())), knownOn(dossier, rule, known), new Paragraph(back));
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private Component summary(ShowAccount.Sheet sheet) {
        Div summary = new Div();
        summary.addClassName("dw-account-summary");
        if (sheet.stoppedOn() == null) {
            summary.add(DaysLeft.badge(this, sheet.daysLeft(), sheet.pausedSince()));
        }
        summary.add(facts("started", Dates.prose(sheet.start(), getLocale()), "due", sheet.due() == null ? getTranslation("deadline.account.due-unknown")
                        : Dates.prose(sheet.due(), getLocale()), "counted", String.valueOf(sheet.counted()), "paused",
                sheet.paused() == 0 ? null : String.valueOf(sheet.paused()), "extension",
                sheet.extension() == 0 ? null : getTranslation("deadline.length.CALENDAR_DAYS", sheet.extension()), "stopped",
                sheet.stoppedOn() == null ? null : Dates.prose(sheet.stoppedOn(), getLocale())));
        return summary;
    }

    private Component rule(ShowAccount.Sheet sheet) {
        ShowAccount.Rule rule = sheet.rule();
        return facts("length", getTranslation("deadline.length." + rule.unit(), rule.amount()), "binds", getTranslation("deadline.account.binds." + rule.binds()),
                "source", rule.source(), "version", rule.validTo() == null
                        ? getTranslation("deadline.account.version-from", String.valueOf(rule.version()), Dates.table(rule.validFrom()))
                        : getTranslation("deadline.account.version-between", String.valueOf(rule.version()), Dates.table(rule.validFrom()), Dates.table(rule.validTo())),
                "before", rule.before() == null ? null : getTranslation("deadline.account.version-before", String.valueOf(rule.before()), Dates.table(rule.changedOn())),
                "stops", getTranslation("deadline.account.stops." + rule.stops()), "calendar", sheet.calendarWords());
    }

    /** Names and values by turns; a value that is null is left out. */
    private Component facts(String... namesAndValues) {
        DescriptionList list = new DescriptionList();
        list.addClassName("dw-account-facts");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                list.add(new DescriptionList.Term(getTranslation("deadline.account." + namesAndValues[i])), new DescriptionList.Description(namesAndValues[i + 1]));
            }
        }
        return list;
    }

    private Component knownOn(String dossier, String rule, LocalDate known) {
        Div row = new Div();
        row.addClassName("dw-account-known");
        DateField field = new DateField(getTranslation("deadline.account.known-on"));
        field.setValue(known);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                getUI().ifPresent(ui -> ui.navigate("termijn/" + dossier + "/" + rule, change.getValue() == null ? QueryParameters.empty()
                        : QueryParameters.simple(Map.of(KNOWN, change.getValue().toString()))));
            }
        });
        row.add(field);
        if (known != null) {
            Anchor now = new PageLink("termijn/" + dossier + "/" + rule, getTranslation("deadline.account.known-now"));
            row.add(new Paragraph(new Span(getTranslation("deadline.account.known-then", Dates.prose(known, getLocale())) + " "), now));
        }
        return row;
    }

    private Component plain(ShowAccount.Sheet sheet) {
        Div plain = new Div(new H2(getTranslation("deadline.account.plain")));
        sheet.plain().forEach(sentence -> plain.add(new Paragraph(sentence)));
        plain.addClassName("dw-account-plain");
        return plain;
    }

    private Component papers(String dossier, String rule) {
        Anchor account = new Anchor("termijnen/" + dossier + "/" + rule + ".pdf", getTranslation("deadline.account.pdf"), AnchorTarget.BLANK);
        Anchor applicant = new Anchor("termijnen/" + dossier + "/" + rule + "-uitleg.pdf", getTranslation("deadline.account.pdf-applicant"), AnchorTarget.BLANK);
        Div papers = new Div(account, applicant);
        papers.addClassName("dw-account-papers");
        return papers;
    }

    private Component days(ShowAccount.Sheet sheet) {
        NativeTable table = new NativeTable();
        table.addClassNames("dw-account-days");
        table.getElement().setAttribute("aria-label", getTranslation("deadline.account.days"));
        NativeTableRow head = table.getHead().addRow();
        for (String column : new String[] {"date", "counts", "total", "why"}) {
            head.addHeaderCell().setText(getTranslation("deadline.account." + column));
        }
        for (ShowAccount.Day day : sheet.days()) {
            NativeTableRow row = table.getBody().addRow();
            row.addClassName("dw-day-" + day.tone());
            row.addDataCell().setText(Dates.table(day.date()));
            row.addDataCell().setText(getTranslation(day.counts() ? "deadline.account.yes" : "deadline.account.no"));
            row.addDataCell().setText(String.valueOf(day.total()));
            row.addDataCell().setText(day.why());
        }
        return table;
    }

    private Component lines(ShowAccount.Sheet sheet) {
        OrderedList list = new OrderedList();
        for (LedgerLine line : sheet.lines()) {
            String words = line.inWords();
            ListItem item = new ListItem(new Span(getTranslation("deadline.account.line", Character.toUpperCase(words.charAt(0)) + words.substring(1),
                    line.recordedBy(), Dates.table(line.recordedOn()))));
            if (line.reason() != null) {
                item.add(note(getTranslation("deadline.account.line-reason", line.reason())));
            }
            if (line.evidence() != null) {
                item.add(note(getTranslation("deadline.account.line-evidence", line.evidence())));
            }
            if (!line.holds()) {
                item.add(note(getTranslation("deadline.account.countered", line.counteredBy(), Dates.table(dayOf(line.counteredAt())))));
                item.addClassName("dw-line-countered");
            }
            list.add(item);
        }
        return list;
    }

    private static LocalDate dayOf(Instant moment) {
        return moment.atZone(MovableClock.BRUSSELS).toLocalDate();
    }

    private Component hash(ShowAccount.Sheet sheet) {
        Paragraph hash = new Paragraph(getTranslation("deadline.account.hash", sheet.inputsHash()));
        hash.addClassNames("dw-note", "dw-account-hash");
        return hash;
    }

    private static Component note(String text) {
        Span note = new Span(text);
        note.addClassName("dw-note");
        return note;
    }
}
