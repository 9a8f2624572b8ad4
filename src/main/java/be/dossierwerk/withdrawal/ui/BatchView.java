package be.dossierwerk.withdrawal.ui;

import be.dossierwerk.activity.Months;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.DateField;
import be.dossierwerk.withdrawal.AskBatchAct;
import be.dossierwerk.withdrawal.BatchAct;
import be.dossierwerk.withdrawal.Batches;
import be.dossierwerk.withdrawal.TakeOutOfBatch;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** One batch on one screen: what was selected, how far each file is, and the acts for many. The filter stands in the address. */
@Route(BatchesView.PATH + "/:batch")
@RolesAllowed({Roles.TEAM_LEAD, Roles.HANDLER, Roles.LAWYER, Roles.HEAD, Roles.SIGNATORY, Roles.INTAKE, Roles.AUDITOR})
@StyleSheet("context://withdrawal-batch.css")
class BatchView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 50;
    private static final int POLL_MILLISECONDS = 2_000;
    /** Goes into decisions, which are in Dutch whatever the language of the screen. */
    private static final String EXAMPLE = "{feiten} {reactie} Een erkende onderneming die geen activiteit meer heeft, voldoet niet langer aan de voorwaarden van haar erkenning.";
    private static final List<String> STAGES = List.of("", "GESELECTEERD", "ONZEKER", "AANGEKONDIGD", "GEANTWOORD", "BEANTWOORD", "REGULARISATIE", "IN_BESLISSING",
            "TE_ONDERTEKENEN", "ONDERTEKEND", "IN_VERWERKING", "GESLOTEN", "PERSOON", "UIT_REEKS");

    private final transient Batches batches;
    private final transient AskBatchAct askBatchAct;
    private final transient TakeOutOfBatch takeOutOfBatch;
    private final transient Actor actor;
    private final transient Clock clock;
    private final H1 title = new H1();
    private final Div numbers = new Div();
    private final Div buttons = new Div();
    private final Div acts = new Div();
    private final Div files = new Div();
    private final ComboBox<String> stage = new ComboBox<>();
    private final TextField search = new TextField();
    private long id;
    private int shown = PAGE;
    private String drawn = "";
    private transient Registration polling;

    BatchView(Batches batches, AskBatchAct askBatchAct, TakeOutOfBatch takeOutOfBatch, CurrentActor currentActor, Clock clock) {
        this.batches = batches;
        this.askBatchAct = askBatchAct;
        this.takeOutOfBatch = takeOutOfBatch;
        this.actor = currentActor.get();
        this.clock = clock;
        addClassName("dw-batch");
        stage.setLabel(text("filter"));
        stage.setItems(STAGES);
        stage.setItemLabelGenerator(code -> code.isEmpty() ? text("stage-all") : getTranslation("withdrawal.batch.stage." + code));
        stage.setValue("");
        stage.addValueChangeListener(change -> filtered(change.isFromClient()));
        search.setLabel(text("search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        search.addValueChangeListener(change -> filtered(change.isFromClient()));
        Div filter = new Div(stage, search);
        filter.addClassName("dw-batch-filter");
        buttons.addClassName("dw-batch-buttons");
        acts.getElement().setAttribute("role", "status");
        Anchor back = new Anchor(BatchesView.PATH, text("back"));
        back.getElement().setAttribute("router-link", true);
        add(back, title, numbers, buttons, acts, new H2(text("files")), filter, files);
    }

    @Override
    public String getPageTitle() {
        return title.getText().isEmpty() ? text("title") : title.getText();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String number = event.getRouteParameters().get("batch").orElse("");
        id = number.matches("[0-9]{1,18}") ? Long.parseLong(number) : 0;
        QueryParameters query = event.getLocation().getQueryParameters();
        stage.setValue(query.getSingleParameter("stand").filter(STAGES::contains).orElse(""));
        search.setValue(query.getSingleParameter("zoek").orElse(""));
        draw();
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        polling = attach.getUI().addPollListener(poll -> {
            if (!snapshot().equals(drawn)) {
                draw();
            }
        });
        attach.getUI().setPollInterval(batches.acts(id).stream().anyMatch(Batches.Act::underWay) ? POLL_MILLISECONDS : -1);
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        detach.getUI().setPollInterval(-1);
        polling.remove();
    }

    private void filtered(boolean byPerson) {
        if (byPerson) {
            Map<String, String> query = new HashMap<>();
            if (!chosen().isEmpty()) {
                query.put("stand", chosen());
            }
            if (!search.getValue().isBlank()) {
                query.put("zoek", search.getValue().strip());
            }
            shown = PAGE;
            getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, new Location(BatchesView.PATH + "/" + id, QueryParameters.simple(query))));
            drawFiles();
        }
    }

    private String chosen() {
        return stage.getValue() == null ? "" : stage.getValue();
    }

    /** Changes as soon as anything moved. */
    private String snapshot() {
        return batches.find(id).map(batch -> batch.progress() + " " + batches.acts(id)).orElse("");
    }

    private void draw() {
        numbers.removeAll();
        buttons.removeAll();
        acts.removeAll();
        Batches.Batch batch = batches.find(id).orElse(null);
        if (batch == null) {
            title.setText(getTranslation("withdrawal.batch.unknown"));
            files.removeAll();
            return;
        }
        drawn = snapshot();
        title.setText(getTranslation("withdrawal.batch.screen.name", Months.prose(YearMonth.from(batch.firstMonth()), getLocale()),
                Months.prose(YearMonth.from(batch.lastMonth()), getLocale())));
        drawNumbers(batch);
        for (BatchAct act : BatchAct.values()) {
            int many = batches.waitingFor(id, act);
            if (actor.has(act.role()) && many > 0) {
                Button button = new Button(getTranslation("withdrawal.batch.do." + act, many), click -> ask(act));
                button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
                buttons.add(button);
            }
        }
        drawActs();
        drawFiles();
    }

    private void drawNumbers(Batches.Batch batch) {
        Batches.Progress progress = batch.progress();
        DescriptionList list = new DescriptionList();
        list.addClassName("dw-batch-numbers");
        number(list, "selected", progress.selected());
        number(list, "started", progress.started());
        number(list, "announced", progress.announced());
        number(list, "answered", progress.answered());
        number(list, "regularised", progress.regularised());
        number(list, "in-decision", progress.inDecision());
        number(list, "to-sign", progress.toSign());
        number(list, "signed", progress.signed());
        number(list, "sent", progress.sent());
        number(list, "closed", progress.closed());
        numbers.add(list);
        if (progress.started() == 0) {
            numbers.add(new Paragraph(text("preview", progress.selected() - progress.uncertain())));
        }
        if (progress.uncertain() > 0) {
            numbers.add(new Paragraph(text("uncertain", progress.uncertain())));
        }
        if (batch.rowsOfNobody() > 0) {
            numbers.add(new Paragraph(text("rows-of-nobody", batch.rowsOfNobody())));
        }
        if (progress.sourcesOpen() > 0) {
            numbers.add(new Paragraph(text("sources-open", progress.sourcesOpen())));
        }
        if (progress.persons() > 0) {
            Paragraph persons = new Paragraph(text("persons", progress.persons()));
            persons.addClassName("dw-batch-problem");
            numbers.add(persons);
        }
    }

    private void number(DescriptionList list, String key, int value) {
        list.add(new Div(new DescriptionList.Term(text("number." + key)), new DescriptionList.Description(String.valueOf(value))));
    }

    private void drawActs() {
        List<Batches.Act> all = batches.acts(id);
        boolean underWay = all.stream().anyMatch(Batches.Act::underWay);
        getUI().ifPresent(ui -> ui.setPollInterval(underWay ? POLL_MILLISECONDS : -1));
        if (all.isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("dw-batch-acts");
        for (Batches.Act act : all) {
            ListItem item = new ListItem(new Span(text(act.underWay() ? "act-under-way" : "act-done", getTranslation("withdrawal.batch.act." + act.kind()), act.by(),
                    act.done(), act.total(), act.refused())));
            if (act.refused() > 0) {
                item.add(new Button(text("why", act.refused()), click -> why(act)));
            }
            list.add(item);
        }
        acts.add(new H2(text("acts")), list);
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

    private void drawFiles() {
        files.removeAll();
        List<Batches.Item> items = batches.items(id, chosen(), search.getValue(), 0, shown + 1);
        if (items.isEmpty()) {
            files.add(new Paragraph(text("no-files")));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("dw-batch-files");
        items.stream().limit(shown).forEach(item -> list.add(line(item)));
        files.add(list);
        if (items.size() > shown) {
            files.add(new Button(text("more"), click -> {
                shown += PAGE;
                drawFiles();
            }));
        }
    }

    private ListItem line(Batches.Item item) {
        Span name = new Span(item.name());
        name.addClassName("dw-batch-name");
        ListItem line = new ListItem(name);
        if (item.dossier() == null) {
            line.add(new Span(item.recognitionNumber()), new Span(item.lastActive() == null ? text("never-active")
                    : text("last-active", Months.prose(YearMonth.from(item.lastActive()), getLocale()))));
        } else {
            Anchor dossier = new Anchor("dossier/" + item.dossier(), item.dossier());
            dossier.getElement().setAttribute("router-link", true);
            line.add(dossier);
        }
        line.add(new Span(stageWords(item)));
        if (item.answeredOn() != null) {
            line.add(new Span(text("answered-on", Dates.table(item.answeredOn()))));
        }
        if (item.persons() != null) {
            Span person = new Span(text("person", item.persons()));
            person.addClassName("dw-batch-problem");
            line.add(person);
        } else if (item.sourcesOpen() > 0) {
            line.add(new Span(text("waits-for-sources", item.sourcesOpen())));
        }
        if (item.stage().equals("TE_ONDERTEKENEN") && actor.has(Roles.SIGNATORY)) {
            Anchor read = new Anchor("ondertekenen?dossier=" + item.dossier(), text("read"));
            read.setAriaLabel(text("read") + ": " + item.name());
            line.add(read);
        }
        if (item.takenOut()) {
            line.add(new Span(text("taken-out", item.takenOutReason())));
        } else if (actor.has(Roles.TEAM_LEAD) && !item.stage().equals("GESLOTEN")) {
            Button out = new Button(text("take-out"), click -> takeOut(item));
            out.setAriaLabel(text("take-out") + ": " + item.name());
            out.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            line.add(out);
        }
        return line;
    }

    private String stageWords(Batches.Item item) {
        if (item.stage().equals("GESLOTEN")) {
            return text("closed-as", getTranslation("dossier.outcome." + item.outcome()));
        }
        return item.stage().equals("IN_BESLISSING") ? item.taskName() : getTranslation("withdrawal.batch.stage." + item.stage());
    }

    private void takeOut(Batches.Item item) {
        Dialog dialog = dialog(text("take-out-title", item.name()));
        TextArea reason = area(text("reason"), text("reason-help"));
        Button confirm = new Button(text("take-out"));
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.addClickListener(click -> {
            try {
                takeOutOfBatch.takeOut(id, item.enterpriseNumber(), reason.getValue());
                dialog.close();
                draw();
            } catch (Refused refused) {
                reason.setErrorMessage(getTranslation(refused.key(), refused.args()));
                reason.setInvalid(true);
                reason.focus();
            }
        });
        dialog.add(reason);
        dialog.getFooter().add(new Button(text("cancel"), click -> dialog.close()), confirm);
        dialog.open();
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
                int asked = askBatchAct.ask(action, id, act, fields, act == BatchAct.VERZENDEN ? numbers(tracking.getValue()) : Map.of());
                dialog.close();
                Answers.good(text("asked", asked));
                draw();
            } catch (Refused refused) {
                dialog.close();
                Answers.refused(this, refused);
                draw();
            }
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
