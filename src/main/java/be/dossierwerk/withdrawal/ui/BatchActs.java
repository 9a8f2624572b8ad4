package be.dossierwerk.withdrawal.ui;

import be.dossierwerk.casework.SigningReads;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.DateField;
import be.dossierwerk.withdrawal.AskBatchAct;
import be.dossierwerk.withdrawal.BatchAct;
import be.dossierwerk.withdrawal.Batches;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The acts for many files that the acting person can ask now, and how far those go that were asked. */
class BatchActs extends Div {

    /** Goes into decisions, which are in Dutch whatever the language of the screen. */
    private static final String EXAMPLE = "{feiten} {reactie} Een erkende onderneming die geen activiteit meer heeft, voldoet niet langer aan de voorwaarden van haar erkenning.";

    private final transient Batches batches;
    private final transient AskBatchAct askBatchAct;
    private final transient SigningReads reads;
    private final transient Actor actor;
    private final transient Clock clock;
    private final transient Runnable changed;
    private final Div buttons = new Div();
    private final Div asked = new Div();
    private long id;

    BatchActs(Batches batches, AskBatchAct askBatchAct, SigningReads reads, Actor actor, Clock clock, Runnable changed) {
        this.batches = batches;
        this.askBatchAct = askBatchAct;
        this.reads = reads;
        this.actor = actor;
        this.clock = clock;
        this.changed = changed;
        buttons.addClassName("dw-batch-buttons");
        asked.getElement().setAttribute("role", "status");
        add(buttons, asked);
    }

    void clear() {
        buttons.removeAll();
        asked.removeAll();
    }

    /** @return whether some act is still under way */
    boolean draw(long batch) {
        id = batch;
        clear();
        for (BatchAct act : BatchAct.values()) {
            int many = batches.waitingFor(id, act);
            if (actor.has(act.role()) && many > 0) {
                if (act == BatchAct.ONDERTEKENEN) {
                    reading();
                }
                Button button = new Button(getTranslation("withdrawal.batch.do." + act, many), click -> ask(act));
                button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
                buttons.add(button);
            }
        }
        List<Batches.Act> all = batches.acts(id);
        if (!all.isEmpty()) {
            UnorderedList list = new UnorderedList();
            list.addClassName("dw-batch-acts");
            all.forEach(act -> list.add(line(act)));
            asked.add(new H2(text("acts")), list);
        }
        return all.stream().anyMatch(Batches.Act::underWay);
    }

    /** Nothing is signed unread: the decisions of this batch one after the other, without leaving it. */
    private void reading() {
        List<Batches.Item> toSign = batches.items(id, "TE_ONDERTEKENEN", "", 0, Integer.MAX_VALUE).stream().filter(item -> !item.takenOut()).toList();
        Set<UUID> read = reads.mine();
        List<Batches.Item> unread = toSign.stream().filter(item -> !read.contains(item.document())).toList();
        Span howMany = new Span(text("read-count", toSign.size() - unread.size(), toSign.size()));
        if (!unread.isEmpty()) {
            buttons.add(new Button(text("read-all", unread.size()), click -> new ReadDecisions(unread, reads, changed).open()));
        }
        buttons.add(howMany);
    }

    private ListItem line(Batches.Act act) {
        ListItem item = new ListItem(new Span(text(act.underWay() ? "act-under-way" : "act-done", getTranslation("withdrawal.batch.act." + act.kind()), act.by(),
                act.done(), act.total(), act.refused())));
        if (act.underWay()) {
            ProgressBar bar = new ProgressBar(0, act.total(), act.done() + act.refused());
            bar.getElement().setAttribute("aria-label", getTranslation("withdrawal.batch.act." + act.kind()));
            item.add(bar);
        }
        if (act.refused() > 0) {
            item.add(new Button(text("why", act.refused()), click -> why(act)));
        }
        return item;
    }

    private void why(Batches.Act act) {
        Dialog dialog = dialog(getTranslation("withdrawal.batch.act." + act.kind()));
        UnorderedList list = new UnorderedList();
        batches.refusals(act.id()).forEach(refusal -> list.add(new ListItem(refusal.name() + (refusal.dossier() == null ? "" : " (" + refusal.dossier() + ")") + ": "
                + getTranslation(refusal.key(), arguments(refusal)))));
        dialog.add(list);
        dialog.getFooter().add(new Button(text("close"), click -> dialog.close()));
        dialog.open();
    }

    /** Texts may format a number, which was kept as text. */
    private static Object[] arguments(Batches.Refusal refusal) {
        return refusal.args().stream().map(arg -> arg.matches("0|[1-9][0-9]{0,8}") ? (Object) Integer.valueOf(arg) : arg).toArray();
    }

    private void ask(BatchAct act) {
        UUID action = UUID.randomUUID();
        int many = batches.waitingFor(id, act);
        Dialog dialog = dialog(getTranslation("withdrawal.batch.do." + act, many));
        dialog.add(new Paragraph(getTranslation("withdrawal.batch.what." + act)));
        TextArea reasons = area(text("motives"), text("motives-help"));
        reasons.setValue(EXAMPLE);
        DateField day = new DateField(text("posted-on"));
        day.setValue(LocalDate.now(clock));
        TextArea tracking = area(text("tracking"), text("tracking-help"));
        if (act == BatchAct.OPSTELLEN) {
            dialog.add(reasons);
        } else if (act == BatchAct.VERZENDEN) {
            tracking.setValue(batches.items(id, "ONDERTEKEND", "", 0, Integer.MAX_VALUE).stream().map(item -> item.dossier() + " ").collect(Collectors.joining("\n")));
            dialog.add(day, tracking);
        }
        Button confirm = new Button(getTranslation("withdrawal.batch.do." + act, many));
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(click -> {
            try {
                Map<String, String> fields = switch (act) {
                    case OPSTELLEN -> Map.of("motieven", reasons.getValue());
                    case VERZENDEN -> Map.of("verzondenOp", String.valueOf(day.isEmpty() ? LocalDate.now(clock) : day.getValue()));
                    default -> Map.of();
                };
                int files = askBatchAct.ask(action, id, act, fields, act == BatchAct.VERZENDEN ? numbers(tracking.getValue()) : Map.of());
                dialog.close();
                Answers.good(text("asked", files));
            } catch (Refused refused) {
                dialog.close();
                Answers.refused(this, refused);
            }
            changed.run();
        });
        dialog.getFooter().add(new Button(text("cancel"), click -> dialog.close()), confirm);
        dialog.open();
    }

    /** One line for each file: its dossier number and the number on the proof of posting. */
    private static Map<String, String> numbers(String lines) {
        return lines.lines().map(line -> line.strip().split("[\\s;,]+", 2)).filter(parts -> parts.length == 2 && !parts[1].isBlank())
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1].strip(), (first, second) -> second));
    }

    private TextArea area(String label, String help) {
        TextArea area = new TextArea(label);
        area.setHelperText(help);
        area.setWidthFull();
        area.setMinRows(4);
        area.setMaxHeight("20rem");
        return area;
    }

    private Dialog dialog(String heading) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(heading);
        dialog.setWidth("40rem");
        return dialog;
    }

    private String text(String key, Object... args) {
        return getTranslation("withdrawal.batch.screen." + key, args);
    }
}
