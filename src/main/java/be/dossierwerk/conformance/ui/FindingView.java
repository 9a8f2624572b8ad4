package be.dossierwerk.conformance.ui;

import be.dossierwerk.conformance.DecideAcceptance;
import be.dossierwerk.conformance.FindingCause;
import be.dossierwerk.conformance.InvestigateFinding;
import be.dossierwerk.conformance.ProposeAcceptance;
import be.dossierwerk.conformance.SettleFinding;
import be.dossierwerk.conformance.ShowFindings;
import be.dossierwerk.conformance.ShowFindings.Sheet;
import be.dossierwerk.conformance.ShowFindings.Shown;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One finding: the norm and its text, what happened, why, and what is done about it. */
@Route(FindingView.PATH)
@RolesAllowed({Roles.AUDITOR, Roles.HEAD, Roles.LAWYER, Roles.TEAM_LEAD})
@StyleSheet("context://deadline.css")
@StyleSheet("context://conformance.css")
class FindingView extends Div implements HasUrlParameter<Long>, HasDynamicTitle {

    static final String PATH = "bevinding";
    private static final List<String> DECISIONS = List.of("HERSTELD", "VERKLAARD", "AANVAARD");

    private final transient ShowFindings findings;
    private final transient InvestigateFinding investigateFinding;
    private final transient SettleFinding settleFinding;
    private final transient ProposeAcceptance proposeAcceptance;
    private final transient DecideAcceptance decideAcceptance;
    private final transient Actor actor;
    private transient Sheet sheet;

    FindingView(ShowFindings findings, InvestigateFinding investigateFinding, SettleFinding settleFinding, ProposeAcceptance proposeAcceptance, DecideAcceptance decideAcceptance,
                CurrentActor currentActor) {
        this.findings = findings;
        this.investigateFinding = investigateFinding;
        this.settleFinding = settleFinding;
        this.proposeAcceptance = proposeAcceptance;
        this.decideAcceptance = decideAcceptance;
        actor = currentActor.get();
        addClassName("dw-finding");
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        sheet = findings.find(id).orElseThrow(NotFoundException::new);
        draw();
    }

    @Override
    public String getPageTitle() {
        return text("title-one", sheet.row().normName());
    }

    private void draw() {
        removeAll();
        Span state = new Span(text("status." + sheet.row().status()));
        state.addClassNames("dw-finding-state", "dw-finding-" + sheet.row().status().toLowerCase(Locale.ROOT));
        Paragraph sentence = new Paragraph(sheet.row().sentence());
        sentence.addClassName("dw-finding-sentence");
        Div head = new Div(new H1(sheet.row().normName()), state);
        head.addClassName("dw-finding-head");
        add(new PageLink(FindingsView.PATH, text("back")), head, sentence);
        if (sheet.row().subject() != null) {
            Paragraph about = new Paragraph(new Span(text("about") + " "), new PageLink("dossier/" + sheet.row().dossier(), sheet.row().dossier()), new Span(" " + sheet.row().subject()));
            add(about);
        }
        if (sheet.vanished() != null) {
            add(new Paragraph(sheet.vanished()));
        }
        add(handling());
        add(part("norm-part", sheet.row().impossible() ? new Paragraph(sheet.legalText()) : new Div(new Paragraph(sheet.legalText()), note(sheet.article()),
                note(sheet.uncertain() ? text("uncertain") + (sheet.note() == null ? "" : " " + sheet.note()) : null))));
        add(part("happened", happened()));
        Div why = new Div(sheet.cause() == null ? new Paragraph(sheet.likely()) : new Paragraph(text("cause." + sheet.cause()) + ". " + sheet.causeText()));
        if (sheet.repair() != null) {
            why.add(new Paragraph(text("repair", sheet.repair())));
        }
        add(part(sheet.cause() == null ? "likely-part" : "cause-part", why));
        add(part("history", history()));
    }

    private Component happened() {
        if (sheet.evidence().isEmpty()) {
            return new Paragraph(text("nothing-to-show"));
        }
        CardTable table = new CardTable(text("happened"), List.of(text("when"), text("who"), text("what")));
        for (Shown each : sheet.evidence()) {
            String when = each.at() == null ? Dates.prose(LocalDate.parse(each.day()), getLocale()) : Moments.of(this, Instant.parse(each.at()));
            Component what = each.seq() == null || sheet.row().subject() == null ? CardTable.text(each.what())
                    : new PageLink("dossier/" + sheet.row().dossier() + "?deel=tijdlijn#handeling-" + each.seq(), each.what());
            table.row(CardTable.text(when), CardTable.text(each.who() == null ? text("product") : each.who()), what);
        }
        Div all = new Div(table);
        if (sheet.row().subject() != null) {
            all.add(new Paragraph(new PageLink("dossier/" + sheet.row().dossier() + "?deel=tijdlijn", text("timeline"))));
        }
        return all;
    }

    private Component history() {
        UnorderedList list = new UnorderedList(new ListItem(text("found-at", Moments.of(this, sheet.row().foundAt()))));
        list.addClassName("dw-finding-history");
        sheet.acts().forEach(act -> list.add(new ListItem(new Span(Moments.of(this, act.at()) + ": " + act.said()), note(act.reason()))));
        return list;
    }

    private Component handling() {
        boolean may = actor.has(Roles.TEAM_LEAD) || actor.has(Roles.HEAD);
        Section section = new Section();
        section.addClassName("dw-finding-handling");
        if (!may || !(sheet.row().status().equals("OPEN") || sheet.row().status().equals("IN_ONDERZOEK"))) {
            return section;
        }
        if (sheet.row().status().equals("OPEN")) {
            section.add(primary("investigate", () -> investigateFinding.investigate(sheet.row().id()), Map.of()));
        } else if (sheet.proposedBy() == null) {
            conclude(section);
        } else if (sheet.proposedBy().equals(actor.id())) {
            section.add(new Paragraph(text("you-proposed")));
        } else {
            decide(section);
        }
        return section;
    }

    private void conclude(Section section) {
        RadioButtonGroup<String> decision = new RadioButtonGroup<>(text("decision"));
        decision.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        decision.setItems(DECISIONS);
        decision.setValue("HERSTELD");
        decision.setItemLabelGenerator(code -> text("decision." + code));
        ComboBox<FindingCause> cause = new ComboBox<>(text("cause"));
        cause.setItems(FindingCause.values());
        cause.setItemLabelGenerator(code -> text("cause." + code));
        TextArea words = new TextArea(text("cause-text"));
        words.setHelperText(text("cause-help"));
        section.add(new H2(text("handle")), decision, cause, words, primary("settle", () -> {
            if ("AANVAARD".equals(decision.getValue())) {
                proposeAcceptance.propose(sheet.row().id(), cause.getValue(), words.getValue());
            } else {
                settleFinding.settle(sheet.row().id(), "HERSTELD".equals(decision.getValue()), cause.getValue(), words.getValue());
            }
        }, Map.of("cause", cause, "text", words)));
    }

    private void decide(Section section) {
        TextArea words = new TextArea(text("decide-text"));
        Button refuse = new Button(text("refuse"), click -> act(() -> decideAcceptance.decide(sheet.row().id(), false, words.getValue()), Map.of("text", words)));
        Div buttons = new Div(primary("accept", () -> decideAcceptance.decide(sheet.row().id(), true, words.getValue()), Map.of("text", words)), refuse);
        buttons.addClassName("dw-conformance-bar");
        section.add(new H2(text("handle")), new Paragraph(text("proposed", sheet.proposedByName(), text("cause." + sheet.cause()), sheet.causeText())), words, buttons);
    }

    private Button primary(String key, Runnable work, Map<String, ? extends HasValidation> fields) {
        Button button = new Button(text(key), click -> act(work, fields));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    private void act(Runnable work, Map<String, ? extends HasValidation> fields) {
        try {
            work.run();
        } catch (Refused refused) {
            Answers.refused(this, refused, fields);
            return;
        }
        sheet = findings.find(sheet.row().id()).orElseThrow(NotFoundException::new);
        draw();
        Answers.good(text("done"));
    }

    private Section part(String key, Component content) {
        return new Section(new H2(text(key)), content);
    }

    private static Component note(String words) {
        Paragraph note = new Paragraph(words == null ? "" : words);
        note.addClassName("dw-note");
        note.setVisible(words != null);
        return note;
    }

    private String text(String key, Object... args) {
        return getTranslation("conformance.screen." + key, args);
    }
}
