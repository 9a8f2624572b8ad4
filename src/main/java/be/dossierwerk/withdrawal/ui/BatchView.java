package be.dossierwerk.withdrawal.ui;

import be.dossierwerk.activity.Months;
import be.dossierwerk.security.Actor;
import be.dossierwerk.casework.SigningReads;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.AddressBar;
import be.dossierwerk.shared.ui.PageLink;
import be.dossierwerk.withdrawal.AskBatchAct;
import be.dossierwerk.withdrawal.Batches;
import be.dossierwerk.withdrawal.TakeOutOfBatch;
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
import com.vaadin.flow.component.html.Paragraph;
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
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One batch on one screen: what was selected, how far each file is, and the acts for many. The filter stands in the address. */
@Route(BatchesView.PATH + "/:batch")
@RolesAllowed({Roles.TEAM_LEAD, Roles.HANDLER, Roles.LAWYER, Roles.HEAD, Roles.SIGNATORY, Roles.INTAKE, Roles.AUDITOR})
@StyleSheet("context://withdrawal-batch.css")
class BatchView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 50;
    private static final int POLL_MILLISECONDS = 2_000;
    private static final List<String> STAGES = List.of("", "GESELECTEERD", "ONZEKER", "AANGEKONDIGD", "GEANTWOORD", "BEANTWOORD", "REGULARISATIE", "IN_BESLISSING",
            "TE_ONDERTEKENEN", "ONDERTEKEND", "IN_VERWERKING", "GESLOTEN", "PERSOON", "UIT_REEKS");

    private final transient Batches batches;
    private final transient TakeOutOfBatch takeOutOfBatch;
    private final transient Actor actor;
    private final H1 title = new H1();
    private final Div numbers = new Div();
    private final BatchActs acts;
    private final Div files = new Div();
    private final ComboBox<String> stage = new ComboBox<>();
    private final TextField search = new TextField();
    private long id;
    private int shown = PAGE;
    private String drawn = "";
    private transient Registration polling;

    BatchView(Batches batches, AskBatchAct askBatchAct, TakeOutOfBatch takeOutOfBatch, SigningReads reads, CurrentActor currentActor, Clock clock) {
        this.batches = batches;
        this.takeOutOfBatch = takeOutOfBatch;
        this.actor = currentActor.get();
        this.acts = new BatchActs(batches, askBatchAct, reads, actor, clock, this::draw);
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
        Anchor back = new PageLink(BatchesView.PATH, text("back"));
        add(back, title, numbers, acts, new H2(text("files")), filter, files);
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
            shown = PAGE;
            AddressBar.replace(this, new Location(here()));
            drawFiles();
        }
    }

    /** This page with its filter. */
    private String here() {
        Map<String, String> query = new LinkedHashMap<>();
        if (!chosen().isEmpty()) {
            query.put("stand", chosen());
        }
        if (!search.getValue().isBlank()) {
            query.put("zoek", search.getValue().strip());
        }
        return new Location(BatchesView.PATH + "/" + id, QueryParameters.simple(query)).getPathWithQueryParameters();
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
        acts.clear();
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
        boolean underWay = acts.draw(id);
        getUI().ifPresent(ui -> ui.setPollInterval(underWay ? POLL_MILLISECONDS : -1));
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

    private void drawFiles() {
        files.removeAll();
        List<Batches.Item> items = batches.items(id, chosen(), search.getValue(), 0, shown + 1);
        if (items.isEmpty()) {
            files.add(new Paragraph(text("no-files")));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("dw-batch-files");
        items.stream().limit(shown).forEach(item -> list.add(new BatchFile(item, actor, here(), this::takeOut)));
        files.add(list);
        if (items.size() > shown) {
            files.add(new Button(text("more"), click -> {
                shown += PAGE;
                drawFiles();
            }));
        }
    }

    private void takeOut(Batches.Item item) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(text("take-out-title", item.name()));
        dialog.setWidth("40rem");
        TextArea reason = new TextArea(text("reason"));
        reason.setHelperText(text("reason-help"));
        reason.setManualValidation(true);
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        reason.setMinRows(4);
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

    private String text(String key, Object... args) {
        return getTranslation("withdrawal.batch.screen." + key, args);
    }
}
