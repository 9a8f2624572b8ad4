package be.dossierwerk.payment.ui;

import be.dossierwerk.payment.BankFileSummary;
import be.dossierwerk.payment.BankLine;
import be.dossierwerk.payment.BankReport;
import be.dossierwerk.payment.ClearDoubt;
import be.dossierwerk.payment.OpenBankLine;
import be.dossierwerk.payment.Payables;
import be.dossierwerk.payment.PaymentRun;
import be.dossierwerk.payment.PrepareRun;
import be.dossierwerk.payment.ReadBankFile;
import be.dossierwerk.payment.RunState;
import be.dossierwerk.payment.SettleBankLine;
import be.dossierwerk.payment.ShowRuns;
import be.dossierwerk.payment.WaitingPayable;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Iban;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.ActDialog;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.DateField;
import be.dossierwerk.shared.ui.ReadUpload;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is payable now, the runs, and what the bank answered. The file whose report is shown stands in the address. */
@Route(RunsView.PATH)
@Menu(title = "menu.payment-runs", order = 43)
@RolesAllowed({Roles.FINANCE, Roles.TEAM_LEAD, Roles.HEAD, Roles.SIGNATORY, Roles.AUDITOR})
@StyleSheet("context://payment.css")
class RunsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "betaalrondes";

    private static final String FILE = "bankbestand";
    private static final int PAYABLES = 200;
    private static final int RUNS = 100;
    private static final int FILES = 20;

    private final transient ShowRuns showRuns;
    private final transient PrepareRun prepareRun;
    private final transient SettleBankLine settleBankLine;
    private final transient ClearDoubt clearDoubt;
    private final transient Payables payables;
    private final transient Actor actor;
    private final transient Clock clock;
    private final Div payable = new Div();
    private final Div runs = new Div();
    private final Div result = new Div();
    private final Div open = new Div();
    private final Div files = new Div();

    RunsView(ShowRuns showRuns, PrepareRun prepareRun, ReadBankFile readBankFile, SettleBankLine settleBankLine, ClearDoubt clearDoubt, Payables payables,
             CurrentActor currentActor, Clock clock) {
        this.showRuns = showRuns;
        this.prepareRun = prepareRun;
        this.settleBankLine = settleBankLine;
        this.clearDoubt = clearDoubt;
        this.payables = payables;
        this.actor = currentActor.get();
        this.clock = clock;
        addClassName("dw-payment");
        result.addClassName("dw-payment-result");
        result.getElement().setAttribute("role", "status");
        add(new H1(getPageTitle()), new Paragraph(text("explanation")), payable, runs, new H2(text("bank")), new Paragraph(text("bank-explanation")));
        if (actor.has(Roles.FINANCE) || actor.has(Roles.TEAM_LEAD)) {
            add(new ReadUpload<>(text("upload"), ReadBankFile.MOST_MEGABYTES, (name, content) -> {
                byte[] bytes = ReadUpload.whole(content, ReadBankFile.MOST_MEGABYTES);
                return currentActor.as(actor, () -> readBankFile.read(name, bytes));
            }, this::read, result::removeAll, "text/xml", "application/xml", ".xml"));
        }
        add(result, open, files);
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String chosen = event.getLocation().getQueryParameters().getSingleParameter(FILE).orElse("");
        draw();
        result.removeAll();
        if (!chosen.isEmpty()) {
            try {
                report(showRuns.bankFile(chosen.matches("[0-9]{1,18}") ? Long.parseLong(chosen) : 0));
            } catch (Refused refused) {
                result.add(new Paragraph(getTranslation(refused.key(), refused.args())));
            }
        }
    }

    private void draw() {
        drawPayable();
        drawRuns();
        drawOpen();
        drawFiles();
    }

    private void drawPayable() {
        payable.removeAll();
        payable.add(new H2(text("payable")));
        int count = showRuns.payableCount();
        List<WaitingPayable> first = showRuns.payable(PAYABLES);
        if (first.isEmpty()) {
            payable.add(new Paragraph(text("nothing-payable")));
        } else {
            payable.add(new Paragraph(text("payable-count", count)));
            if (actor.has(Roles.FINANCE)) {
                Button prepare = new Button(text("prepare"), click -> prepare(first));
                prepare.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
                payable.add(prepare);
            }
            payable.add(waiting(text("payable"), first));
            if (count > first.size()) {
                payable.add(new Paragraph(text("first-payable", first.size())));
            }
        }
        List<WaitingPayable> doubted = showRuns.doubted(PAYABLES);
        if (!doubted.isEmpty()) {
            Paragraph explanation = new Paragraph(text("doubted-explanation"));
            explanation.addClassName("dw-payment-problem");
            payable.add(new H2(text("doubted")), explanation, doubted(doubted));
        }
    }

    private CardTable waiting(String label, List<WaitingPayable> all) {
        CardTable table = table(label, "dossier", "beneficiary", "iban", "amount", "why");
        all.forEach(waiting -> table.row(dossier(waiting.dossier()), CardTable.text(waiting.beneficiary()), iban(waiting.iban()),
                amount(Euros.table(waiting.amount(), getLocale())), CardTable.text(waiting.why() == null ? waiting.grantedBy() : waiting.why())));
        return table;
    }

    private CardTable doubted(List<WaitingPayable> all) {
        boolean head = actor.has(Roles.HEAD);
        CardTable table = head ? table(text("doubted"), "dossier", "beneficiary", "amount", "why", "act")
                : table(text("doubted"), "dossier", "beneficiary", "amount", "why");
        all.forEach(waiting -> {
            List<Component> cells = new ArrayList<>(List.of(dossier(waiting.dossier()), CardTable.text(waiting.beneficiary()),
                    amount(Euros.table(waiting.amount(), getLocale())), CardTable.text(waiting.why() == null ? "" : waiting.why())));
            if (head) {
                Button clear = new Button(text("clear"), click -> payables.of(waiting.dossier())
                        .ifPresent(standing -> ClearDoubtDialog.open(clearDoubt, standing, this::draw)));
                clear.setAriaLabel(text("clear") + ": " + waiting.dossier());
                cells.add(clear);
            }
            table.row(cells.toArray(Component[]::new));
        });
        return table;
    }

    /** What the bank told and nobody could match; the head clears the others above, with their payment. */
    private void drawOpen() {
        open.removeAll();
        List<OpenBankLine> lines = showRuns.openBankLines(PAYABLES);
        if (lines.isEmpty()) {
            return;
        }
        boolean settles = actor.has(Roles.FINANCE) || actor.has(Roles.TEAM_LEAD) || actor.has(Roles.HEAD);
        CardTable table = settles ? table(text("open"), "file", "place", "reference", "amount", "why", "act")
                : table(text("open"), "file", "place", "reference", "amount", "why");
        lines.forEach(each -> {
            BankLine line = each.line();
            List<Component> cells = new ArrayList<>(List.of(report(each.file(), each.fileName()), CardTable.text(line.place()), reference(line), money(line),
                    CardTable.text(getTranslation("payment.bank.why." + line.why()))));
            if (settles) {
                Button settle = new Button(text("settle"), click -> settle(each));
                settle.setAriaLabel(text("settle") + ": " + each.fileName() + ", " + line.place());
                cells.add(settle);
            }
            table.row(cells.toArray(Component[]::new));
        });
        open.add(new H2(text("open")), new Paragraph(text("open-explanation")), table);
    }

    private void settle(OpenBankLine line) {
        ActDialog dialog = new ActDialog("payment.screen.settle", "payment.screen.settle-what", "payment.screen.settle-done");
        dialog.show(new Paragraph(text("settle-about", line.fileName(), line.line().place()) + " " + getTranslation("payment.bank.why." + line.line().why())));
        TextArea reason = dialog.field("reason", new TextArea(text("found")));
        dialog.offer("payment.screen.settle", () -> settleBankLine.settle(line.file(), line.line().position(), reason.getValue()), this::draw);
    }

    private void prepare(List<WaitingPayable> known) {
        ActDialog dialog = new ActDialog("payment.screen.prepare", "payment.screen.prepare-what", "payment.screen.prepare-done");
        DateField day = dialog.field("day", new DateField(text("day")));
        day.setHelperText(text("day-help"));
        day.setValue(LocalDate.now(clock));
        MultiSelectComboBox<String> without = new MultiSelectComboBox<>(text("leave-out"));
        without.setHelperText(text("leave-out-help"));
        without.setItems(known.stream().map(WaitingPayable::dossier).toList());
        dialog.show(without);
        String[] number = new String[1];
        dialog.offer("payment.screen.prepare", () -> number[0] = prepareRun.prepare(day.getValue(), without.getValue()),
                () -> getUI().ifPresent(ui -> ui.navigate(PATH + "/" + number[0])));
    }

    private void drawRuns() {
        runs.removeAll();
        runs.add(new H2(text("runs")));
        List<PaymentRun> latest = showRuns.latest(RUNS);
        if (latest.isEmpty()) {
            runs.add(new Paragraph(text("no-runs")));
            return;
        }
        CardTable table = table(text("runs"), "number", "day", "lines", "total", "state");
        for (PaymentRun run : latest) {
            Anchor number = new Anchor(PATH + "/" + run.number(), run.number());
            number.getElement().setAttribute("router-link", true);
            table.row(number, CardTable.text(Dates.table(run.day())), CardTable.text(String.valueOf(run.lines())), amount(Euros.table(run.total(), getLocale())),
                    CardTable.text(state(this, run)));
        }
        runs.add(table);
        if (latest.size() == RUNS) {
            runs.add(new Paragraph(text("first-runs", RUNS)));
        }
    }

    private void drawFiles() {
        files.removeAll();
        List<BankFileSummary> latest = showRuns.bankFiles(FILES);
        if (latest.isEmpty()) {
            files.add(new Paragraph(text("no-files")));
            return;
        }
        CardTable table = table(text("files"), "file", "read", "file-lines", "for-person", "report");
        for (BankFileSummary file : latest) {
            Anchor show = report(file.id(), text("show-report"));
            show.setAriaLabel(text("show-report") + ": " + file.fileName());
            table.row(CardTable.text(file.fileName()), CardTable.text(moment(file.readAt(), file.readByName())), CardTable.text(String.valueOf(file.lines())),
                    CardTable.text(String.valueOf(file.forPerson())), show);
        }
        files.add(new H2(text("files")), table);
    }

    private void read(BankReport report) {
        draw();
        result.removeAll();
        report(report);
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, new Location(PATH, QueryParameters.simple(Map.of(FILE, String.valueOf(report.id()))))));
    }

    private void report(BankReport report) {
        H2 heading = new H2(text("report-of", report.fileName()));
        result.add(heading, new Paragraph(report.first() ? text("report-read", report.lines().size(), report.forPerson())
                : text("report-again", moment(report.readAt(), report.readByName()))));
        CardTable table = table(heading.getText(), "place", "reference", "dossier", "amount", "outcome");
        report.lines().forEach(line -> {
            String why = line.why() == null ? "" : " " + getTranslation("payment.bank.why." + line.why());
            String settled = line.settled() == null ? "" : " " + text("settled-by", line.settled().byName(), line.settled().reason());
            table.row(CardTable.text(line.place()), reference(line), line.dossier() == null ? CardTable.text("") : dossier(line.dossier()), money(line),
                    outcome(getTranslation("payment.bank.outcome." + line.outcome()) + why + settled, line.outcome().forPerson() && line.settled() == null));
        });
        result.add(table);
    }

    private Component reference(BankLine line) {
        return CardTable.text(line.endToEnd() == null ? text("no-reference") : line.endToEnd());
    }

    private Component money(BankLine line) {
        return amount(line.amount() == null ? "" : "EUR".equals(line.currency()) ? Euros.table(line.amount(), getLocale())
                : line.amount().toPlainString() + " " + (line.currency() == null ? "" : line.currency()));
    }

    private static Anchor report(long file, String words) {
        return new Anchor(PATH + "?" + FILE + "=" + file, words);
    }

    private static Component outcome(String text, boolean problem) {
        Span words = CardTable.text(text);
        if (problem) {
            words.addClassName("dw-payment-problem");
        }
        return words;
    }

    private String moment(Instant at, String by) {
        return text("moment", Dates.table(LocalDate.ofInstant(at, MovableClock.BRUSSELS)), by);
    }

    /** Where a run stands, with how much of it the bank answered. */
    static String state(Component at, PaymentRun run) {
        if (run.state() == RunState.VERZONDEN && run.settled() == run.lines()) {
            return at.getTranslation("payment.screen.all-settled");
        }
        String state = at.getTranslation("payment.state." + run.state());
        return run.state().ordered() ? state + " " + at.getTranslation("payment.screen.settled", run.settled(), run.lines()) : state;
    }

    static Anchor dossier(String number) {
        Anchor dossier = new Anchor("dossier/" + number, number);
        dossier.getElement().setAttribute("router-link", true);
        dossier.addClassName("dw-payment-number");
        return dossier;
    }

    static Span iban(String iban) {
        Span text = CardTable.text(Iban.format(iban));
        text.addClassName("dw-payment-number");
        return text;
    }

    static Span amount(String amount) {
        Span text = CardTable.text(amount);
        text.addClassName("dw-payment-number");
        return text;
    }

    private CardTable table(String label, String... columns) {
        return new CardTable(label, Stream.of(columns).map(column -> getTranslation("payment.column." + column)).toList());
    }

    private String text(String key, Object... args) {
        return getTranslation("payment.screen." + key, args);
    }
}
