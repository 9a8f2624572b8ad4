package be.dossierwerk.payment.ui;

import be.dossierwerk.payment.BankFileSummary;
import be.dossierwerk.payment.BankLine;
import be.dossierwerk.payment.BankReport;
import be.dossierwerk.payment.OpenBankLine;
import be.dossierwerk.payment.ReadBankFile;
import be.dossierwerk.payment.SettleBankLine;
import be.dossierwerk.payment.ShowRuns;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.ActDialog;
import be.dossierwerk.shared.ui.AddressBar;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.ReadUpload;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the bank answered: a file is read here, its report shown, and what belongs to nothing settled. The file whose report is shown stands in the address. */
class BankAnswers extends Div {

    static final String FILE = "bankbestand";

    private static final int LINES = 200;
    private static final int FILES = 20;

    private final transient ShowRuns showRuns;
    private final transient SettleBankLine settleBankLine;
    private final transient Actor actor;
    private final transient Runnable changed;
    private final Div result = new Div();
    private final Div open = new Div();
    private final Div files = new Div();

    /** {@code changed}: draws what an answer of the bank changes, this part included. */
    BankAnswers(ShowRuns showRuns, ReadBankFile readBankFile, SettleBankLine settleBankLine, CurrentActor currentActor, Runnable changed) {
        this.showRuns = showRuns;
        this.settleBankLine = settleBankLine;
        this.actor = currentActor.get();
        this.changed = changed;
        result.addClassName("dw-result");
        result.getElement().setAttribute("role", "status");
        add(new H2(text("bank")), new Paragraph(text("bank-explanation")));
        if (actor.has(Roles.FINANCE) || actor.has(Roles.TEAM_LEAD)) {
            add(new ReadUpload<>(text("upload"), ReadBankFile.MOST_MEGABYTES, (name, content) -> {
                byte[] bytes = ReadUpload.whole(content, ReadBankFile.MOST_MEGABYTES);
                return currentActor.as(actor, () -> readBankFile.read(name, bytes));
            }, this::read, result::removeAll, "text/xml", "application/xml", ".xml"));
        }
        add(result, open, files);
    }

    /** The report of this file, as the address gives it; empty for none. */
    void show(String file) {
        result.removeAll();
        if (!file.isEmpty()) {
            try {
                report(showRuns.bankFile(file.matches("[0-9]{1,18}") ? Long.parseLong(file) : 0));
            } catch (Refused refused) {
                result.add(new Paragraph(getTranslation(refused.key(), refused.args())));
            }
        }
    }

    void draw() {
        drawOpen();
        drawFiles();
    }

    /** What the bank told and nobody could match; the head clears the others, with their payment. */
    private void drawOpen() {
        open.removeAll();
        List<OpenBankLine> lines = showRuns.openBankLines(LINES);
        if (lines.isEmpty()) {
            return;
        }
        boolean settles = actor.has(Roles.FINANCE) || actor.has(Roles.TEAM_LEAD) || actor.has(Roles.HEAD);
        CardTable table = settles ? RunsView.table(this, text("open"), "file", "place", "reference", "amount", "why", "act")
                : RunsView.table(this, text("open"), "file", "place", "reference", "amount", "why");
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
        dialog.offer("payment.screen.settle", () -> settleBankLine.settle(line.file(), line.line().position(), reason.getValue()), changed);
    }

    private void drawFiles() {
        files.removeAll();
        List<BankFileSummary> latest = showRuns.bankFiles(FILES);
        if (latest.isEmpty()) {
            files.add(new Paragraph(text("no-files")));
            return;
        }
        CardTable table = RunsView.table(this, text("files"), "file", "read", "file-lines", "for-person", "report");
        for (BankFileSummary file : latest) {
            Anchor show = report(file.id(), text("show-report"));
            show.setAriaLabel(text("show-report") + ": " + file.fileName());
            table.row(CardTable.text(file.fileName()), CardTable.text(moment(file.readAt(), file.readByName())), CardTable.text(String.valueOf(file.lines())),
                    CardTable.text(String.valueOf(file.forPerson())), show);
        }
        files.add(new H2(text("files")), table);
    }

    private void read(BankReport report) {
        changed.run();
        result.removeAll();
        report(report);
        Location here = new Location(RunsView.PATH, QueryParameters.simple(Map.of(FILE, String.valueOf(report.id()))));
        AddressBar.replace(this, here);
    }

    private void report(BankReport report) {
        H2 heading = new H2(text("report-of", report.fileName()));
        result.add(heading, new Paragraph(report.first() ? text("report-read", report.lines().size(), report.forPerson())
                : text("report-again", moment(report.readAt(), report.readByName()))));
        CardTable table = RunsView.table(this, heading.getText(), "place", "reference", "dossier", "amount", "outcome");
        report.lines().forEach(line -> {
            String why = line.why() == null ? "" : " " + getTranslation("payment.bank.why." + line.why());
            String settled = line.settled() == null ? "" : " " + text("settled-by", line.settled().byName(), line.settled().reason());
            table.row(CardTable.text(line.place()), reference(line), line.dossier() == null ? CardTable.text("") : RunsView.dossier(line.dossier()), money(line),
                    outcome(getTranslation("payment.bank.outcome." + line.outcome()) + why + settled, line.outcome().forPerson() && line.settled() == null));
        });
        result.add(table);
    }

    private Component reference(BankLine line) {
        return CardTable.text(line.endToEnd() == null ? text("no-reference") : line.endToEnd());
    }

    private Component money(BankLine line) {
        return RunsView.amount(line.amount() == null ? "" : "EUR".equals(line.currency()) ? Euros.table(line.amount(), getLocale())
                : line.amount().toPlainString() + " " + (line.currency() == null ? "" : line.currency()));
    }

    private static Anchor report(long file, String words) {
        return new Anchor(RunsView.PATH + "?" + FILE + "=" + file, words);
    }

    private static Component outcome(String text, boolean problem) {
        Span words = CardTable.text(text);
        if (problem) {
            words.addClassName("dw-problem");
        }
        return words;
    }

    private String moment(Instant at, String by) {
        return text("moment", Dates.table(LocalDate.ofInstant(at, MovableClock.BRUSSELS)), by);
    }

    private String text(String key, Object... args) {
        return getTranslation("payment.screen." + key, args);
    }
}
