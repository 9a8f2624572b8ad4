package be.dossierwerk.casework.ui;

import be.dossierwerk.casework.Decisions;
import be.dossierwerk.dossier.DossierSection;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;

/** What the committee advised and what was decided, by whom and why. */
@org.springframework.stereotype.Component
class DecisionsSection implements DossierSection {

    private final Decisions decisions;

    DecisionsSection(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String title() {
        return "casework.section.decisions";
    }

    @Override
    public Component of(String dossier) {
        Div section = new Div();
        var all = decisions.of(dossier);
        var advice = decisions.advice(dossier);
        if (all.isEmpty() && advice.isEmpty()) {
            section.add(new Paragraph(section.getTranslation("casework.section.no-decision")));
        }
        all.forEach(decision -> section.add(decision(section, decision)));
        advice.forEach(item -> section.add(advice(section, item)));
        return section;
    }

    private static Component decision(Component at, Decisions.Decision decision) {
        Div block = new Div(new H3(text(at, "casework.outcome." + decision.outcome()) + " · " + text(at, "casework.status." + decision.status())));
        block.addClassName("dw-block");
        block.add(new Paragraph(text(at, "casework.section.drafted", decision.drafter(),
                Dates.prose(decision.draftedAt().atZone(MovableClock.BRUSSELS).toLocalDate()))));
        if (decision.checker() != null) {
            block.add(new Paragraph(text(at, "casework.section.checked", decision.checker())
                    + (decision.remark() == null ? "" : " " + decision.remark())));
        }
        if (decision.signatory() != null) {
            block.add(new Paragraph(text(at, "casework.section.signed", decision.signatory(), Dates.prose(decision.signedOn()))));
        }
        if (decision.suspendedOn() != null) {
            block.add(new Paragraph(text(at, "casework.section.suspended", Dates.prose(decision.suspendedOn()))));
        }
        Details why = new Details(text(at, "casework.section.why"));
        addPart(why, at, "casework.section.ground", decision.legalGround());
        addPart(why, at, "casework.section.facts", decision.facts());
        addPart(why, at, "casework.section.reasons", decision.reasons());
        addPart(why, at, "casework.section.departs", decision.departsBecause());
        block.add(why);
        return block;
    }

    private static void addPart(Details details, Component at, String title, String content) {
        if (content != null) {
            details.add(new H3(text(at, title)), new Paragraph(content));
        }
    }

    private static Component advice(Component at, Decisions.Advice advice) {
        Div block = new Div(new H3(text(at, "casework.section.session", Dates.prose(advice.session()))));
        block.addClassName("dw-block");
        block.add(new Paragraph(advice.advice() == null ? text(at, "casework.section.advice-awaited")
                : text(at, "casework.section.advice", text(at, "casework.advice." + advice.advice()), Dates.prose(advice.givenOn()),
                        String.valueOf(advice.present()))));
        if (advice.reasons() != null) {
            block.add(new Paragraph(advice.reasons()));
        }
        if (advice.minority() != null) {
            block.add(new Paragraph(text(at, "casework.section.minority", advice.minority())));
        }
        return block;
    }

    private static String text(Component at, String key, Object... args) {
        return at.getTranslation(key, args);
    }
}
