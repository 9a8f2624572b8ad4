package be.dossierwerk.payment.ui;

import be.dossierwerk.payment.CheckRun;
import be.dossierwerk.payment.PaymentRun;
import be.dossierwerk.payment.PaymentRun.Act;
import be.dossierwerk.payment.PaymentRun.Signature;
import be.dossierwerk.payment.ReleaseRun;
import be.dossierwerk.payment.RunLine;
import be.dossierwerk.payment.RunState;
import be.dossierwerk.payment.SendRun;
import be.dossierwerk.payment.ShowRuns;
import be.dossierwerk.payment.WithdrawRun;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.ui.ActDialog;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One run: each payment with where it stands and why, the total, who did what, and what this person may do now. */
@Route(RunsView.PATH + "/:number")
@RolesAllowed({Roles.FINANCE, Roles.TEAM_LEAD, Roles.HEAD, Roles.SIGNATORY, Roles.AUDITOR})
@StyleSheet("context://payment.css")
class RunView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient ShowRuns showRuns;
    private final transient CheckRun checkRun;
    private final transient ReleaseRun releaseRun;
    private final transient SendRun sendRun;
    private final transient WithdrawRun withdrawRun;
    private final transient Actor actor;
    private final H1 title = new H1();
    private final Div body = new Div();
    private String number = "";

    RunView(ShowRuns showRuns, CheckRun checkRun, ReleaseRun releaseRun, SendRun sendRun, WithdrawRun withdrawRun, CurrentActor currentActor) {
        this.showRuns = showRuns;
        this.checkRun = checkRun;
        this.releaseRun = releaseRun;
        this.sendRun = sendRun;
        this.withdrawRun = withdrawRun;
        this.actor = currentActor.get();
        addClassName("dw-page");
        Anchor back = new PageLink(RunsView.PATH, text("back"));
        add(back, title, body);
    }

    @Override
    public String getPageTitle() {
        return title.getText().isEmpty() ? text("title") : title.getText();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        number = event.getRouteParameters().get("number").orElse("");
        draw();
    }

    private void draw() {
        body.removeAll();
        PaymentRun run = showRuns.find(number).orElse(null);
        if (run == null) {
            title.setText(getTranslation("payment.run.unknown", number));
            return;
        }
        title.setText(text("run", run.number()));
        List<RunLine> lines = showRuns.lines(run);
        body.add(facts(run));
        if (run.reason() != null) {
            Paragraph reason = new Paragraph(text(run.state() == RunState.INGETROKKEN ? "withdrawn-because" : "sent-back-because", run.reason()));
            reason.addClassName("dw-problem");
            body.add(reason);
        }
        body.add(acts(run));
        body.add(new H2(text("lines")), table(run, lines));
        if (run.state().ordered()) {
            body.add(file(run));
        }
        body.add(new H2(text("history")), history(run));
    }

    private Component facts(PaymentRun run) {
        DescriptionList list = new DescriptionList();
        list.addClassName("dw-payment-facts");
        fact(list, "state", RunsView.state(this, run));
        fact(list, "total", Euros.table(run.total(), getLocale()));
        fact(list, "lines", String.valueOf(run.lines()));
        fact(list, "day", Dates.table(run.day()));
        signature(list, "prepared", run.prepared());
        signature(list, run.state() == RunState.TERUGGESTUURD ? "sent-back" : "checked", run.checked());
        signature(list, "released", run.released());
        if (run.sentAt() != null) {
            fact(list, "sent", Dates.table(day(run.sentAt())));
        }
        return list;
    }

    private void signature(DescriptionList list, String act, Signature signature) {
        if (signature != null) {
            fact(list, act, text("moment", Dates.table(day(signature.at())), signature.name()));
        }
    }

    private void fact(DescriptionList list, String key, String value) {
        list.add(new Div(new DescriptionList.Term(getTranslation("payment.column." + key)), new DescriptionList.Description(value)));
    }

    /** One act is the next one; the others stand beside it. Who may do nothing reads why. */
    private Component acts(PaymentRun run) {
        Div acts = new Div();
        acts.addClassName("dw-payment-acts");
        if (run.allows(Act.CHECK, actor)) {
            acts.add(primary("approve", () -> dialog(run, "approve", () -> checkRun.check(number, true, null))),
                    new Button(text("send-back"), click -> withReason("send-back", reason -> checkRun.check(number, false, reason))));
        }
        if (run.allows(Act.RELEASE, actor)) {
            acts.add(primary("release", () -> dialog(run, "release", () -> releaseRun.release(number))));
        }
        if (run.allows(Act.SEND, actor)) {
            acts.add(primary("send", () -> dialog(run, "send", () -> sendRun.send(number))));
        }
        if (run.allows(Act.WITHDRAW, actor)) {
            acts.add(new Button(text("withdraw"), click -> withReason("withdraw", reason -> withdrawRun.withdraw(number, reason))));
        }
        if (!run.state().equals(RunState.VERZONDEN) && !run.state().equals(RunState.INGETROKKEN)
                && Stream.of(Act.CHECK, Act.RELEASE, Act.SEND).noneMatch(act -> run.allows(act, actor))) {
            acts.add(new Paragraph(getTranslation("payment.waits." + run.state())));
        }
        return acts;
    }

    private Button primary(String key, Runnable act) {
        Button button = new Button(text(key), click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    private void dialog(PaymentRun run, String act, Runnable does) {
        ActDialog dialog = new ActDialog("payment.screen." + act, "payment.screen." + act + "-what", "payment.screen." + act + "-done");
        Paragraph sum = new Paragraph(text("sum", run.lines(), Euros.table(run.total(), getLocale())));
        sum.addClassName("dw-payment-sum");
        dialog.show(sum);
        dialog.offer("payment.screen." + act, does, this::draw);
    }

    private void withReason(String act, Consumer<String> does) {
        ActDialog dialog = new ActDialog("payment.screen." + act, "payment.screen." + act + "-what", "payment.screen." + act + "-done");
        TextArea reason = dialog.field("reason", new TextArea(text("reason")));
        dialog.offer("payment.screen." + act, () -> does.accept(reason.getValue()), this::draw);
    }

    private Component table(PaymentRun run, List<RunLine> lines) {
        CardTable table = RunsView.table(this, text("lines"), "dossier", "beneficiary", "iban", "amount", "communication", "granted-by", "state");
        for (RunLine line : lines) {
            table.row(RunsView.dossier(line.dossier()), CardTable.text(line.beneficiary()), account(line), RunsView.amount(Euros.table(line.amount(), getLocale())),
                    CardTable.text(line.communication()), CardTable.text(line.grantedBy()), state(line));
        }
        table.row(CardTable.text(text("total")), CardTable.text(""), CardTable.text(""), RunsView.amount(Euros.table(run.total(), getLocale())), CardTable.text(""),
                CardTable.text(""), CardTable.text(""));
        return table;
    }

    private Component account(RunLine line) {
        Div account = new Div(RunsView.iban(line.iban()));
        if (line.accountChangedBy() != null) {
            Span changed = new Span(text("account-changed", line.accountChangedBy()));
            changed.addClassName("dw-problem");
            account.add(changed);
        }
        return account;
    }

    private Component state(RunLine line) {
        Div state = new Div(new Span(getTranslation("payment.line." + line.state()) + (line.paidOn() == null ? "" : " " + text("paid-on", Dates.table(line.paidOn())))));
        if (line.attempt() > 1) {
            state.add(new Span(" " + text("attempt", line.attempt())));
        }
        if (line.why() != null) {
            state.add(new Span(" " + line.why()));
        }
        if (line.doubted()) {
            Span doubted = new Span(" " + text("line-doubted"));
            doubted.addClassName("dw-problem");
            state.add(doubted);
        }
        return state;
    }

    private Component file(PaymentRun run) {
        var file = showRuns.file(run.number());
        Anchor download = new Anchor(RunsView.PATH + "/" + run.number() + "/bestand.xml", text("download", file.fileName()));
        download.getElement().setAttribute("router-ignore", true).setAttribute("download", true);
        Span digest = new Span(text("digest", file.sha256()));
        digest.addClassName("dw-payment-digest");
        return new Div(new H2(text("file")), new Paragraph(download), digest);
    }

    private Component history(PaymentRun run) {
        OrderedList list = new OrderedList();
        showRuns.history(run).forEach(line -> list.add(new ListItem(Dates.table(day(line.at())) + ": " + line.sentence()
                + (line.reason() == null ? "" : " " + line.reason()))));
        return list;
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, MovableClock.BRUSSELS);
    }

    private String text(String key, Object... args) {
        return getTranslation("payment.screen." + key, args);
    }
}
