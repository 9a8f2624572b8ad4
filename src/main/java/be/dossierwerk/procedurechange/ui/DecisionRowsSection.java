package be.dossierwerk.procedurechange.ui;

import be.dossierwerk.procedurechange.DecisionRow;
import be.dossierwerk.procedurechange.Proposal;
import be.dossierwerk.procedurechange.ReplayDecisions;
import be.dossierwerk.procedurechange.ReplayDecisions.Different;
import be.dossierwerk.procedurechange.ReplayDecisions.Replayed;
import be.dossierwerk.procedurechange.ShowDecisionRows;
import be.dossierwerk.procedurechange.ShowDecisionRows.Fact;
import be.dossierwerk.procedurechange.ShowDecisionRows.Sheet;
import be.dossierwerk.procedurechange.TryDecisionRows;
import be.dossierwerk.procedurechange.TryDecisionRows.Outcomes;
import be.dossierwerk.procedurechange.ui.DecisionRowsPanel.Acts;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.ActDialog;
import be.dossierwerk.shared.ui.CardTable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rows of one table, tried at once, and the dossiers that would turn out differently. */
class DecisionRowsSection extends Section {

    private static final List<Integer> YEARS = List.of(1, 2, 5, 10);
    private static final int FIRST = 20;

    private final transient Proposal proposal;
    private final transient Sheet sheet;
    private final transient Acts acts;
    private final Div rows = new Div();
    private final Div past = new Div();

    DecisionRowsSection(Proposal proposal, Sheet sheet, Acts acts) {
        this.proposal = proposal;
        this.sheet = sheet;
        this.acts = acts;
        getElement().setAttribute("aria-label", sheet.title());
        rows.getElement().setAttribute("aria-live", "polite");
        past.getElement().setAttribute("aria-live", "polite");
        add(new H3(sheet.title()), rows);
        if (acts.mayChange()) {
            Button add = new Button(text("add"), click -> ask(null));
            add.setAriaLabel(text("add") + ": " + sheet.title());
            add(add);
        }
        add(new H4(text("past")), new Paragraph(text("past.about")), replayForm(), past);
        tryRows();
    }

    private void tryRows() {
        rows.removeAll();
        Outcomes outcomes = acts.run().run(proposal, sheet.file());
        if (outcomes.refused()) {
            rows.add(new Paragraph(text("refused")));
            return;
        }
        if (outcomes.rows().isEmpty()) {
            rows.add(new Paragraph(text("none")));
            return;
        }
        rows.add(DecisionRowsPanel.sign(outcomes.different() == 0, text("summary", outcomes.rows().size(), outcomes.different())));
        List<String> heads = new ArrayList<>(List.of(text("label"), text("facts"), text("expected"), text("got")));
        if (acts.mayChange()) {
            heads.add(text("acts"));
        }
        CardTable table = new CardTable(text("table", sheet.title()), heads);
        outcomes.rows().stream().sorted(java.util.Comparator.comparing(TryDecisionRows.Outcome::met)).forEach(outcome -> {
            DecisionRow row = outcome.row();
            List<Component> cells = new ArrayList<>(List.of(CardTable.text(row.label()), CardTable.text(ShowDecisionRows.inWords(sheet, row.facts())),
                    CardTable.text(answers(row.expected()) + (row.exactly() ? "" : " " + text("and-others"))),
                    DecisionRowsPanel.sign(outcome.met(), outcome.met() ? text("met") : outcome.answered() ? text("differs", answers(outcome.got())) : text("no-answer"))));
            if (acts.mayChange()) {
                cells.add(buttons(row));
            }
            table.row(cells.toArray(Component[]::new));
        });
        rows.add(table);
    }

    private Component buttons(DecisionRow row) {
        Button change = small(text("change"), row, () -> ask(row));
        Button remove = small(text("remove"), row, () -> new ActDialog("procedurechange.rows.remove.title", "procedurechange.rows.remove.what", "procedurechange.rows.removed")
                .offer("procedurechange.rows.remove", () -> acts.remove().remove(proposal.change(), sheet.file(), row.id()), this::tryRows));
        Div both = new Div(change, remove);
        both.addClassName("dw-compare-acts");
        return both;
    }

    private static Button small(String name, DecisionRow row, Runnable act) {
        Button button = new Button(name, click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(name + ": " + row.label());
        return button;
    }

    /** @param row null for a new one */
    private void ask(DecisionRow row) {
        ActDialog dialog = new ActDialog(row == null ? "procedurechange.rows.add" : "procedurechange.rows.change.title", "procedurechange.rows.what", "procedurechange.rows.kept");
        DecisionRowFields fields = new DecisionRowFields(dialog, sheet, row);
        dialog.offer("procedurechange.rows.keep", () -> {
            DecisionRow.Content content = fields.content();
            if (row == null) {
                acts.add().add(proposal.change(), sheet.file(), content);
            } else {
                acts.change().change(proposal.change(), sheet.file(), row.id(), content);
            }
        }, this::tryRows);
    }

    private Component replayForm() {
        Select<Integer> years = new Select<>();
        years.setLabel(text("years"));
        years.setItems(YEARS);
        years.setItemLabelGenerator(count -> text("years.last", count));
        years.setValue(YEARS.get(1));
        Button replay = new Button(text("replay"), click -> replay(years.getValue()));
        replay.setAriaLabel(text("replay") + ": " + sheet.title());
        replay.setDisableOnClick(true);
        Div form = new Div(years, replay);
        form.addClassName("dw-compare-replay");
        replay.addClickListener(click -> replay.setEnabled(true));
        return form;
    }

    private void replay(int years) {
        past.removeAll();
        Replayed result;
        try {
            result = acts.replay().replay(proposal, sheet.file(), years);
        } catch (Refused refused) {
            past.add(new Paragraph(getTranslation(refused.key(), refused.args())));
            return;
        }
        if (result.refused()) {
            past.add(new Paragraph(text("refused")));
            return;
        }
        past.add(result.since() == null ? new Paragraph(text("past.never")) : new Paragraph(text("past.since", Dates.prose(result.since()), result.dossiers())));
        if (result.dossiers() == 0) {
            return;
        }
        past.add(DecisionRowsPanel.sign(result.different() == 0, text("past.different", result.different())));
        if (result.otherWords() > 0) {
            past.add(new Paragraph(text("past.words", result.otherWords())));
        }
        if (result.unknown() > 0) {
            past.add(new Paragraph(text("past.unknown", result.unknown(), result.missing().stream().map(this::label).collect(Collectors.joining(", ")))));
        }
        if (!result.first().isEmpty()) {
            show(result, FIRST);
        }
    }

    private void show(Replayed result, int most) {
        CardTable table = new CardTable(text("past.table", sheet.title()), List.of(text("past.dossier"), text("past.subject"), text("past.on"), text("past.facts"),
                text("past.before"), text("past.after")));
        result.first().stream().limit(most).forEach(one -> table.row(new Anchor("dossier/" + one.dossier(), one.dossier()), CardTable.text(one.subject()),
                CardTable.text(Dates.table(one.on())), CardTable.text(ShowDecisionRows.inWords(sheet, one.facts())), CardTable.text(answers(one.before())),
                CardTable.text(after(one))));
        past.add(table);
        if (result.first().size() > most) {
            Button all = new Button(text("past.all", result.first().size()));
            all.addClickListener(click -> {
                past.remove(table, all);
                show(result, ReplayDecisions.SHOWN);
            });
            past.add(all);
        } else if (result.different() > result.first().stream().map(Different::dossier).distinct().count()) {
            past.add(new Paragraph(text("past.more", ReplayDecisions.SHOWN)));
        }
    }

    private String after(Different one) {
        return (one.answered() ? answers(one.after()) : text("no-answer")) + (one.today() ? " " + text("past.today") : "");
    }

    private String label(String fact) {
        return sheet.facts().stream().filter(each -> each.name().equals(fact)).map(Fact::label).findFirst().orElse(fact);
    }

    private String answers(List<Map<String, Object>> answers) {
        return answers.isEmpty() ? text("nothing") : answers.stream().map(ShowDecisionRows::inWords).collect(Collectors.joining(", "));
    }

    private String text(String key, Object... args) {
        return getTranslation("procedurechange.rows." + key, args);
    }
}
