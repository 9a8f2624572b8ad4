package be.dossierwerk.disposal.ui;

import be.dossierwerk.deadline.Verdict;
import be.dossierwerk.disposal.CountsFrom;
import be.dossierwerk.disposal.DueDossiers;
import be.dossierwerk.disposal.RetentionChange;
import be.dossierwerk.disposal.RetentionRule;
import be.dossierwerk.disposal.RetentionRules;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.ui.ActDialog;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.DateField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The retention rules with their source and all versions, and the changes that wait for a second person, with what they would move. */
class RulesPanel extends Div {

    private final transient DisposalView.Services services;
    private final transient Actor actor;

    RulesPanel(DisposalView.Services services, Actor actor) {
        this.services = services;
        this.actor = actor;
        draw();
    }

    private void draw() {
        removeAll();
        List<RetentionRules.Proposal> open = services.rules().open();
        add(new Paragraph(text("explanation")));
        if (!open.isEmpty()) {
            UnorderedList list = new UnorderedList();
            list.addClassName("dw-disposal-proposals");
            open.forEach(proposal -> list.add(proposal(proposal)));
            add(new Section(new H2(text("open")), list));
        }
        add(new Section(new H2(text("all")), table(services.rules().versions(), open.stream().map(each -> each.base().code()).collect(Collectors.toSet()))));
    }

    private ListItem proposal(RetentionRules.Proposal proposal) {
        RetentionChange change = proposal.change();
        RetentionRule then = then(proposal.base(), change);
        ListItem item = new ListItem(new H3(proposal.base().name()),
                new Paragraph(text("becomes", DisposalWords.term(this, then), DisposalWords.term(this, proposal.base()), Dates.prose(change.validFrom(), getLocale()))),
                new Paragraph(impact(proposal.base(), then)), new Paragraph(text("source-is", change.source())), new Paragraph(text("because", change.reason())),
                note(text("by", proposal.byName(), Dates.table(proposal.on()))));
        if (!actor.has(Roles.MANAGER) && !actor.has(Roles.LAWYER)) {
            item.add(note(text("waits")));
        } else if (proposal.by().equals(actor.id())) {
            item.add(note(text("own")));
        } else {
            Button approve = decision(proposal, Verdict.GOEDGEKEURD);
            approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            Div buttons = new Div(approve, decision(proposal, Verdict.AFGEWEZEN));
            buttons.addClassName("dw-disposal-buttons");
            item.add(buttons);
        }
        return item;
    }

    private Button decision(RetentionRules.Proposal proposal, Verdict verdict) {
        String key = "disposal.rules." + verdict.name();
        Button button = new Button(getTranslation(key), click -> {
            ActDialog dialog = new ActDialog(key, key + ".what", key + ".done");
            TextArea reason = dialog.field("reason", new TextArea(text("reason")));
            reason.setRequiredIndicatorVisible(verdict == Verdict.AFGEWEZEN);
            dialog.offer(key, () -> services.decideChange().decide(proposal.id(), verdict, reason.getValue()), this::draw);
        });
        button.setAriaLabel(getTranslation(key) + ": " + proposal.base().name());
        return button;
    }

    private Component table(List<RetentionRule> versions, Set<String> proposed) {
        boolean proposes = actor.has(Roles.MANAGER);
        List<String> headers = new ArrayList<>(List.of(text("rule"), text("for"), text("term"), text("source"), text("from")));
        if (proposes) {
            headers.add(text("change"));
        }
        CardTable table = new CardTable(text("all"), headers);
        Set<String> seen = new HashSet<>();
        Set<String> today = services.rules().today().stream().map(rule -> rule.code() + rule.version()).collect(Collectors.toSet());
        for (RetentionRule rule : versions) {
            boolean newest = seen.add(rule.code());
            String procedures = rule.procedures().isEmpty() ? text("rest")
                    : rule.procedures().stream().map(each -> DisposalWords.procedure(this, each)).collect(Collectors.joining(", "));
            Div source = new Div(new Paragraph(rule.source()));
            if (!rule.certain()) {
                source.add(note(text("uncertain")));
            }
            String from = Dates.table(rule.validFrom()) + (today.contains(rule.code() + rule.version()) ? "" : " · " + text("not-now"));
            List<Component> cells = new ArrayList<>(List.of(CardTable.text(rule.name()), CardTable.text(procedures), CardTable.text(DisposalWords.term(this, rule)), source,
                    CardTable.text(from)));
            if (proposes) {
                cells.add(newest && !proposed.contains(rule.code()) ? change(rule) : CardTable.text(""));
            }
            table.row(cells.toArray(Component[]::new));
        }
        return table;
    }

    private Button change(RetentionRule base) {
        Button button = new Button(text("propose"), click -> open(base));
        button.setAriaLabel(text("propose") + ": " + base.name());
        return button;
    }

    private void open(RetentionRule base) {
        ActDialog dialog = new ActDialog("disposal.rules.propose", "disposal.rules.propose.what", "disposal.rules.propose.done");
        IntegerField months = dialog.field("months", new IntegerField(text("months")));
        months.setValue(base.months());
        Select<CountsFrom> countsFrom = dialog.field("countsFrom", new Select<>());
        countsFrom.setLabel(text("counts-from"));
        countsFrom.setItems(CountsFrom.values());
        countsFrom.setItemLabelGenerator(each -> getTranslation("disposal.counts-from." + each));
        countsFrom.setValue(base.countsFrom());
        DateField from = dialog.field("validFrom", new DateField(text("from")));
        TextArea source = dialog.field("source", new TextArea(text("source")));
        source.setValue(base.source());
        Checkbox certain = new Checkbox(text("certain"), base.certain());
        dialog.show(certain);
        TextArea reason = dialog.field("reason", new TextArea(text("reason")));
        Paragraph impact = new Paragraph();
        impact.getElement().setAttribute("role", "status");
        dialog.show(impact);
        Runnable count = () -> impact.setText(months.getValue() == null || months.getValue() < 1 || countsFrom.getValue() == null ? "" : impact(base, new RetentionRule(base.code(),
                base.version() + 1, base.name(), base.procedures(), months.getValue(), countsFrom.getValue(), base.validFrom(), base.source(), base.certain())));
        months.addValueChangeListener(changed -> count.run());
        countsFrom.addValueChangeListener(changed -> count.run());
        count.run();
        dialog.offer("disposal.rules.propose", () -> services.proposeChange().propose(new RetentionChange(base.code(), months.getValue(), countsFrom.getValue(), source.getValue(),
                certain.getValue(), reason.getValue(), from.getValue())), this::draw);
    }

    private String impact(RetentionRule now, RetentionRule then) {
        DueDossiers.Impact impact = services.due().impact(now, then);
        return text("impact", impact.dossiers(), impact.earlier(), impact.later(), impact.dueNow(), impact.dueThen());
    }

    private static RetentionRule then(RetentionRule base, RetentionChange change) {
        return new RetentionRule(base.code(), base.version() + 1, base.name(), base.procedures(), change.months(), change.countsFrom(), change.validFrom(), change.source(),
                change.certain());
    }

    private static Component note(String text) {
        Paragraph note = new Paragraph(text);
        note.addClassName("dw-disposal-note");
        return note;
    }

    private String text(String key, Object... args) {
        return getTranslation("disposal.rules." + key, args);
    }
}
