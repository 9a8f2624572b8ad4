package be.dossierwerk.procedurechange.ui;

import be.dossierwerk.procedurechange.ChangeState;
import be.dossierwerk.procedurechange.Changes.Change;
import be.dossierwerk.procedurechange.DraftPlan;
import be.dossierwerk.procedurechange.LaidBefore;
import be.dossierwerk.procedurechange.Proposal;
import be.dossierwerk.procedurechange.Rollout;
import be.dossierwerk.procedurechange.SubmitChange;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.DateField;
import be.dossierwerk.shared.ui.Typing;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From when, for whom and with which words a change is published; for the second manager the decision, and afterwards the proof. */
class PublishPanel extends Div {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final transient ChangeServices services;
    private final transient Change change;
    private final transient Runnable redraw;
    private final Div problem = new Div();
    private final Span saved = new Span();
    /** Of the plan that these fields began with or that they last kept. */
    private long version;
    private boolean notKept;

    PublishPanel(ChangeServices services, Change change, Proposal proposal, Runnable redraw) {
        this.services = services;
        this.change = change;
        this.redraw = redraw;
        addClassName("dw-publish");
        problem.addClassName("dw-problem");
        problem.getElement().setAttribute("role", "alert");
        saved.addClassName("dw-note");
        saved.getElement().setAttribute("role", "status");
        boolean manages = services.currentActor().get().has(Roles.MANAGER);
        if (change.isDraft() && manages) {
            plan(proposal);
        } else {
            facts();
            if (change.state() == ChangeState.TER_BEOORDELING && manages) {
                review();
            }
        }
    }

    private void plan(Proposal proposal) {
        Optional<DraftPlan> kept = services.changes().plan(change.dossier());
        String suggested = sentences(proposal);
        DraftPlan.Typed before = kept.map(DraftPlan::typed).orElseGet(() -> new DraftPlan.Typed(
                change.fromDay() == null || change.fromDay().isBefore(today()) ? today().plusDays(1) : change.fromDay(), change.rollout(),
                String.join("\n", services.changes().chosen(change.dossier())), change.notes()));
        DateField fromDay = new DateField(text("from"));
        fromDay.setValue(before.fromDay());
        ComboBox<Rollout> rollout = new ComboBox<>(text("rollout"));
        rollout.setItems(Rollout.values());
        rollout.setItemLabelGenerator(each -> text("rollout." + each));
        rollout.setValue(before.rollout());
        rollout.setWidth("28rem");
        TextArea chosen = new TextArea(text("chosen"));
        chosen.setHelperText(text("chosen.help"));
        chosen.setValue(before.chosen());
        chosen.setVisible(before.rollout() == Rollout.GEKOZEN);
        rollout.addValueChangeListener(picked -> chosen.setVisible(picked.getValue() == Rollout.GEKOZEN));
        TextArea notes = new TextArea(text("notes"));
        notes.setHelperText(text("notes.help"));
        notes.setMinRows(4);
        notes.setWidthFull();
        notes.setValue(before.notes() == null ? suggested : before.notes());
        Map<String, HasValidation> fields = Map.of("fromDay", fromDay, "rollout", rollout, "chosen", chosen, "notes", notes);
        fields.values().forEach(field -> field.setManualValidation(true));
        List.<Component>of(fromDay, rollout, notes, chosen).forEach(field -> field.getElement().setProperty("required", true));
        version = kept.map(DraftPlan::version).orElse(0L);
        kept.ifPresent(this::says);
        List.of(chosen, notes).forEach(Typing::follow);
        // Sentences that follow the draft are not kept: they change with it.
        List.<HasValue<?, ?>>of(fromDay, rollout, chosen, notes).forEach(field -> field.addValueChangeListener(typed -> {
            if (typed.isFromClient()) {
                keep(new DraftPlan.Typed(fromDay.getValue(), rollout.getValue(), chosen.getValue(), notes.getValue().equals(suggested) ? null : notes.getValue()));
            }
        }));
        Button send = new Button(text("submit"), click -> {
            try {
                services.submit().submit(change.dossier(), new SubmitChange.Plan(fromDay.getValue(), rollout.getValue(), SubmitChange.Plan.numbers(chosen.getValue()), notes.getValue(), version));
            } catch (Refused refused) {
                refuse(refused, fields);
                return;
            }
            Answers.good(text("submitted"));
            redraw.run();
        });
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div foot = foot(send);
        foot.addComponentAsFirst(saved);
        add(new Paragraph(text("plan")), fromDay, rollout, chosen, notes, problem, foot);
    }

    private void keep(DraftPlan.Typed typed) {
        try {
            DraftPlan now = services.keepPlan().keep(change.dossier(), typed, version);
            version = now.version();
            // What a submission was refused for stays to be read while one types.
            if (notKept) {
                problem.removeAll();
            }
            notKept = false;
            says(now);
        } catch (Refused refused) {
            notKept = true;
            saved.setText(text("not-saved"));
            refuse(refused, Map.of());
        }
    }

    private void says(DraftPlan plan) {
        ZonedDateTime at = plan.savedAt().atZone(MovableClock.BRUSSELS);
        String time = TIME.format(at);
        saved.setText(at.toLocalDate().equals(today()) ? text("saved", time, plan.authorName()) : text("saved-on", Dates.prose(at.toLocalDate()), time, plan.authorName()));
    }

    private void facts() {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("dw-change-facts");
        fact(facts, "from", change.fromDay() == null ? null : Dates.prose(change.fromDay()));
        fact(facts, "rollout", change.rollout() == null ? null : text("rollout." + change.rollout()));
        Set<String> chosen = services.changes().chosen(change.dossier());
        fact(facts, "chosen", chosen.isEmpty() ? null : String.join(", ", chosen));
        fact(facts, "notes", change.notes());
        fact(facts, "submitted-by", change.submittedByName());
        fact(facts, "approved-by", change.approvedByName());
        services.changes().publication(change.dossier()).ifPresent(proof -> {
            fact(facts, "published-on", Dates.prose(proof.publishedAt().atZone(MovableClock.BRUSSELS).toLocalDate()));
            fact(facts, "hash", proof.setHash());
        });
        add(facts);
    }

    private void review() {
        LaidBefore read = services.changes().laidBefore(change.dossier());
        Button approve = new Button(text("approve"), click -> {
            try {
                services.approve().approve(change.dossier(), read);
            } catch (Refused refused) {
                refuse(refused, Map.of());
                return;
            }
            Answers.good(text("approved"));
            redraw.run();
        });
        approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button back = new Button(text("send-back"), click -> ReasonDialog.open("procedurechange.send-back.title", reason -> services.sendBack().sendBack(change.dossier(), reason), redraw));
        add(new Paragraph(text("review")), problem, foot(back, approve));
    }

    private void refuse(Refused refused, Map<String, HasValidation> fields) {
        problem.removeAll();
        if (refused.fields().stream().anyMatch(field -> fields.containsKey(field.name()))) {
            Answers.refused(this, refused, fields);
            return;
        }
        fields.values().forEach(field -> field.setInvalid(false));
        problem.add(new RefusedReasons(refused));
    }

    private String sentences(Proposal proposal) {
        return String.join("\n", services.sentences().of(proposal));
    }

    private void fact(DescriptionList facts, String key, String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new DescriptionList.Term(text(key)), new DescriptionList.Description(value));
        }
    }

    private static Div foot(Button... buttons) {
        Div foot = new Div(buttons);
        foot.addClassName("dw-change-foot");
        return foot;
    }

    private LocalDate today() {
        return LocalDate.now(services.clock());
    }

    private String text(String key, Object... args) {
        return getTranslation("procedurechange.publish." + key, args);
    }
}
