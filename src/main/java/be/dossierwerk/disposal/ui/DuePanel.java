package be.dossierwerk.disposal.ui;

import be.dossierwerk.disposal.DisposalOutcome;
import be.dossierwerk.disposal.DueDossier;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.ui.ActDialog;
import be.dossierwerk.shared.ui.CardTable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** The proposals that wait for a second person, and the dossiers whose term is over, with why and what holds each back. */
class DuePanel extends Div {

    private enum Show { ALLES, VRIJ, TEGENGEHOUDEN }

    private enum Sort { LANGST_VOORBIJ, PROCEDURE, NUMMER }

    private static final int MOST = 100;

    private final transient DisposalView.Services services;
    private final transient Actor actor;
    private final TextField search = new TextField(text("search"));
    private final Select<Show> show = new Select<>();
    private final Select<Sort> sort = new Select<>();
    private final Div result = new Div();
    private final Div waiting = new Div();
    private final Div lists = new Div();

    DuePanel(DisposalView.Services services, Actor actor) {
        this.services = services;
        this.actor = actor;
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> draw());
        choice(show, "show", Show.values(), Show.ALLES);
        choice(sort, "sort", Sort.values(), Sort.LANGST_VOORBIJ);
        Div filter = new Div(search, show, sort);
        filter.addClassName("dw-disposal-filter");
        result.getElement().setAttribute("role", "status");
        add(new Paragraph(text("explanation")), result, waiting, filter, lists);
        draw();
    }

    private <E extends Enum<E>> void choice(Select<E> select, String key, E[] values, E chosen) {
        select.setLabel(text(key));
        select.setItems(values);
        select.setItemLabelGenerator(value -> text(key + "." + value.name()));
        select.setValue(chosen);
        select.addValueChangeListener(change -> draw());
    }

    private void draw() {
        waiting.removeAll();
        lists.removeAll();
        List<DueDossier> all = services.due().all();
        List<DueDossier> proposed = all.stream().filter(due -> due.proposal() != null).toList();
        List<DueDossier> over = all.stream().filter(due -> due.proposal() == null && shown(due)).sorted(order()).toList();
        if (!proposed.isEmpty()) {
            waiting.add(proposals(proposed));
        }
        lists.add(over(over, all.size() - proposed.size()));
    }

    private boolean shown(DueDossier due) {
        String text = search.getValue().strip().toLowerCase(Locale.ROOT);
        boolean found = text.isEmpty() || due.number().toLowerCase(Locale.ROOT).contains(text) || due.subject().toLowerCase(Locale.ROOT).contains(text)
                || DisposalWords.procedure(this, due.procedure()).toLowerCase(Locale.ROOT).contains(text);
        return found && (show.getValue() == Show.ALLES || due.free() == (show.getValue() == Show.VRIJ));
    }

    private Comparator<DueDossier> order() {
        return switch (sort.getValue()) {
            case LANGST_VOORBIJ -> Comparator.comparing(DueDossier::dueOn).thenComparing(DueDossier::number);
            case PROCEDURE -> Comparator.comparing(DueDossier::procedure).thenComparing(DueDossier::dueOn);
            case NUMMER -> Comparator.comparing(DueDossier::number);
        };
    }

    private Section proposals(List<DueDossier> proposed) {
        boolean decides = actor.has(Roles.HEAD) || actor.has(Roles.LAWYER);
        Section section = new Section(new H2(text("proposals")), new Paragraph(text(decides ? "proposals.what" : "proposals.wait")));
        Map<DueDossier, Checkbox> chosen = new LinkedHashMap<>();
        CardTable table = new CardTable(text("proposals"), List.of(text("dossier"), text("why"), text("proposed"), text("choice")));
        for (DueDossier due : proposed) {
            boolean own = due.proposal().by().equals(actor.id());
            Component choice = !decides ? CardTable.text("") : own ? CardTable.text(text("own")) : box(due, chosen, "confirm.choose");
            String who = text("by", due.proposal().byName(), Dates.table(due.proposal().on()));
            table.row(dossier(due), why(due), CardTable.text(due.proposal().reason() == null ? who : who + ": " + due.proposal().reason()), choice);
        }
        section.add(table);
        if (decides) {
            Button confirm = new Button(text("confirm"), click -> with(chosen, picked -> confirm(picked)));
            confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
            Button reject = new Button(text("reject"), click -> with(chosen, picked -> reject(picked)));
            Div buttons = new Div(confirm, reject);
            buttons.addClassName("dw-disposal-buttons");
            section.add(buttons);
        }
        return section;
    }

    private Section over(List<DueDossier> over, int all) {
        Section section = new Section(new H2(text("over")));
        if (over.isEmpty()) {
            section.add(new Paragraph(text(all == 0 ? "over.none" : "over.none-shown")));
            return section;
        }
        boolean proposes = actor.has(Roles.HEAD);
        List<String> headers = new ArrayList<>(List.of(text("dossier"), text("why"), text("since"), text("holds")));
        if (proposes) {
            headers.add(text("choice"));
        }
        section.add(new Paragraph(text("over.count", over.size(), Math.min(MOST, over.size()))));
        Map<DueDossier, Checkbox> chosen = new LinkedHashMap<>();
        CardTable table = new CardTable(text("over"), headers);
        for (DueDossier due : over.subList(0, Math.min(MOST, over.size()))) {
            List<Component> cells = new ArrayList<>(List.of(dossier(due), why(due), CardTable.text(Dates.table(due.dueOn())), holds(due)));
            if (proposes) {
                cells.add(due.free() ? box(due, chosen, "propose.choose") : CardTable.text(""));
            }
            table.row(cells.toArray(Component[]::new));
        }
        section.add(table);
        if (proposes) {
            Button propose = new Button(text("propose"), click -> with(chosen, picked -> propose(picked)));
            propose.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            Button everything = new Button(text("choose-all"), click -> chosen.values().forEach(box -> box.setValue(true)));
            Div buttons = new Div(propose, everything);
            buttons.addClassName("dw-disposal-buttons");
            section.add(buttons);
        }
        return section;
    }

    private Component dossier(DueDossier due) {
        Span about = new Span(due.subject() + " · " + DisposalWords.procedure(this, due.procedure()));
        about.addClassName("dw-disposal-note");
        return new Div(DisposalWords.link(due.number()), about);
    }

    private Component why(DueDossier due) {
        return CardTable.text(DisposalWords.why(this, due));
    }

    private Component holds(DueDossier due) {
        if (due.free()) {
            return CardTable.text(text("nothing"));
        }
        UnorderedList list = new UnorderedList();
        due.hindrances().forEach(each -> list.add(new ListItem(DisposalWords.hindrance(this, each))));
        return list;
    }

    private Checkbox box(DueDossier due, Map<DueDossier, Checkbox> chosen, String label) {
        Checkbox box = new Checkbox();
        box.setAriaLabel(text(label, due.number()));
        chosen.put(due, box);
        return box;
    }

    private void with(Map<DueDossier, Checkbox> chosen, Consumer<List<DueDossier>> act) {
        List<DueDossier> picked = chosen.entrySet().stream().filter(each -> each.getValue().getValue()).map(Map.Entry::getKey).toList();
        if (picked.isEmpty()) {
            tell(List.of(new Paragraph(text("choose-first"))));
        } else {
            act.accept(picked);
        }
    }

    private void propose(List<DueDossier> picked) {
        ActDialog dialog = new ActDialog("disposal.screen.propose", "disposal.screen.propose.what", "disposal.screen.propose.done");
        TextArea reason = dialog.field("reason", new TextArea(text("reason")));
        reason.setRequiredIndicatorVisible(false);
        reason.setHelperText(text("reason.help"));
        dialog.offer("disposal.screen.propose", () -> told(services.propose().propose(picked.stream().map(DueDossier::number).toList(), reason.getValue()), "proposed-one"), this::draw);
    }

    private void confirm(List<DueDossier> picked) {
        ActDialog dialog = new ActDialog("disposal.screen.confirm", "disposal.screen.confirm.what", "disposal.screen.confirm.done");
        UnorderedList list = new UnorderedList();
        picked.forEach(due -> list.add(new ListItem(due.number() + " · " + due.subject())));
        dialog.show(list);
        dialog.offer("disposal.screen.confirm", () -> told(services.destroy().destroy(picked), "destroyed-one"), this::draw);
    }

    private void reject(List<DueDossier> picked) {
        ActDialog dialog = new ActDialog("disposal.screen.reject", "disposal.screen.reject.what", "disposal.screen.reject.done");
        TextArea reason = dialog.field("reason", new TextArea(text("reason")));
        dialog.offer("disposal.screen.reject", () -> picked.forEach(due -> services.reject().reject(due.proposal().id(), reason.getValue())), this::draw);
    }

    private void told(List<DisposalOutcome> outcomes, String done) {
        List<Component> lines = new ArrayList<>();
        UnorderedList list = new UnorderedList();
        for (DisposalOutcome outcome : outcomes) {
            list.add(outcome.done() ? new ListItem(new Span(text(done, "")), DisposalWords.link(outcome.dossier()))
                    : new ListItem(getTranslation(outcome.refused().key(), outcome.refused().args())));
        }
        lines.add(new Paragraph(text("outcome", outcomes.stream().filter(DisposalOutcome::done).count(), outcomes.size())));
        lines.add(list);
        tell(lines);
    }

    private void tell(List<Component> lines) {
        result.removeAll();
        lines.forEach(result::add);
    }

    private String text(String key, Object... args) {
        return getTranslation("disposal.screen." + key, args);
    }
}
