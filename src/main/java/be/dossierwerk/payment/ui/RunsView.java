package be.dossierwerk.payment.ui;

import be.dossierwerk.payment.ClearDoubt;
import be.dossierwerk.payment.Payables;
import be.dossierwerk.payment.PaymentRun;
import be.dossierwerk.payment.PrepareRun;
import be.dossierwerk.payment.ReadBankFile;
import be.dossierwerk.payment.RunState;
import be.dossierwerk.payment.SettleBankLine;
import be.dossierwerk.payment.ShowRuns;
import be.dossierwerk.payment.WaitingPayable;
import be.dossierwerk.payment.WaitingPayables;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Iban;
import be.dossierwerk.shared.ui.ActDialog;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.DateField;
import be.dossierwerk.shared.ui.PageLink;
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
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is payable now, the runs, and what the bank answered. */
@Route(RunsView.PATH)
@Menu(title = "menu.payment-runs", order = 43)
@RolesAllowed({Roles.FINANCE, Roles.TEAM_LEAD, Roles.HEAD, Roles.SIGNATORY, Roles.AUDITOR})
@StyleSheet("context://payment.css")
class RunsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "betaalrondes";

    private static final int PAYABLES = 200;
    private static final int RUNS = 100;

    private final transient ShowRuns showRuns;
    private final transient PrepareRun prepareRun;
    private final transient ClearDoubt clearDoubt;
    private final transient Payables payables;
    private final transient Actor actor;
    private final transient Clock clock;
    private final Div payable = new Div();
    private final Div runs = new Div();
    private final BankAnswers bank;

    RunsView(ShowRuns showRuns, PrepareRun prepareRun, ReadBankFile readBankFile, SettleBankLine settleBankLine, ClearDoubt clearDoubt, Payables payables,
             CurrentActor currentActor, Clock clock) {
        this.showRuns = showRuns;
        this.prepareRun = prepareRun;
        this.clearDoubt = clearDoubt;
        this.payables = payables;
        this.actor = currentActor.get();
        this.clock = clock;
        addClassName("dw-page");
        bank = new BankAnswers(showRuns, readBankFile, settleBankLine, currentActor, this::draw);
        add(new H1(getPageTitle()), new Paragraph(text("explanation")), payable, runs, bank);
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        draw();
        bank.show(event.getLocation().getQueryParameters().getSingleParameter(BankAnswers.FILE).orElse(""));
    }

    private void draw() {
        drawPayable();
        drawRuns();
        bank.draw();
    }

    private void drawPayable() {
        payable.removeAll();
        payable.add(new H2(text("payable")));
        WaitingPayables waiting = showRuns.waiting(PAYABLES);
        payable.add(new Paragraph(waiting.ready() + waiting.held() == 0 ? text("nothing-payable") : text("payable-count", waiting.ready(), waiting.held())));
        if (waiting.ready() > 0) {
            if (actor.has(Roles.FINANCE)) {
                Button prepare = new Button(text("prepare"), click -> prepare(waiting.oldestReady()));
                prepare.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
                payable.add(prepare);
            }
            oldest(text("payable"), waiting.oldestReady(), waiting.ready());
        }
        if (waiting.held() > 0) {
            payable.add(new H2(text("held")), new Paragraph(text("held-explanation")));
            oldest(text("held"), waiting.oldestHeld(), waiting.held());
        }
        List<WaitingPayable> doubted = showRuns.doubted(PAYABLES);
        if (!doubted.isEmpty()) {
            Paragraph explanation = new Paragraph(text("doubted-explanation"));
            explanation.addClassName("dw-problem");
            payable.add(new H2(text("doubted")), explanation, doubted(doubted));
        }
    }

    private void oldest(String label, List<WaitingPayable> first, int all) {
        payable.add(waiting(label, first));
        if (all > first.size()) {
            payable.add(new Paragraph(text("first-payable", first.size())));
        }
    }

    private CardTable waiting(String label, List<WaitingPayable> all) {
        CardTable table = table(this, label, "dossier", "beneficiary", "iban", "amount", "why");
        all.forEach(waiting -> table.row(dossier(waiting.dossier()), CardTable.text(waiting.beneficiary()), iban(waiting.iban()),
                amount(Euros.table(waiting.amount(), getLocale())), CardTable.text(waiting.why() == null ? waiting.grantedBy() : waiting.why())));
        return table;
    }

    private CardTable doubted(List<WaitingPayable> all) {
        boolean head = actor.has(Roles.HEAD);
        CardTable table = head ? table(this, text("doubted"), "dossier", "beneficiary", "amount", "why", "act")
                : table(this, text("doubted"), "dossier", "beneficiary", "amount", "why");
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
        CardTable table = table(this, text("runs"), "number", "day", "lines", "total", "state");
        for (PaymentRun run : latest) {
            Anchor number = new PageLink(PATH + "/" + run.number(), run.number());
            table.row(number, CardTable.text(Dates.table(run.day())), CardTable.text(String.valueOf(run.lines())), amount(Euros.table(run.total(), getLocale())),
                    CardTable.text(state(this, run)));
        }
        runs.add(table);
        if (latest.size() == RUNS) {
            runs.add(new Paragraph(text("first-runs", RUNS)));
        }
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
        Anchor dossier = new PageLink("dossier/" + number, number);
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

    /** {@code columns}: by their texts {@code payment.column.<name>}. */
    static CardTable table(Component at, String label, String... columns) {
        return new CardTable(label, Stream.of(columns).map(column -> at.getTranslation("payment.column." + column)).toList());
    }

    private String text(String key, Object... args) {
        return getTranslation("payment.screen." + key, args);
    }
}
