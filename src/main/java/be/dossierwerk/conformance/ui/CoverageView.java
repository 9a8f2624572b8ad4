package be.dossierwerk.conformance.ui;

import be.dossierwerk.conformance.ShowFindings;
import be.dossierwerk.conformance.ShowFindings.Covered;
import be.dossierwerk.conformance.ShowFindings.Uncovered;
import be.dossierwerk.dossier.Words;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is looked at, of how many dossiers and when, and what is not, with the reason. */
@Route(CoverageView.PATH)
@RolesAllowed({Roles.AUDITOR, Roles.HEAD, Roles.LAWYER, Roles.TEAM_LEAD})
@StyleSheet("context://deadline.css")
@StyleSheet("context://conformance.css")
class CoverageView extends Div implements HasDynamicTitle {

    static final String PATH = "bevindingen/dekking";

    private final List<Covered> covered;
    private final List<Uncovered> uncovered;

    CoverageView(ShowFindings findings) {
        covered = findings.covered();
        uncovered = findings.uncovered();
        addClassName("dw-finding");
        Anchor back = new PageLink(FindingsView.PATH, text("back"));
        add(back, new H1(getPageTitle()), new Paragraph(text("coverage-explanation")), new H2(text("every-procedure")), missing("*"), new H2(text("by-procedure")));
        Stream.concat(covered.stream().flatMap(norm -> norm.procedures().stream()), uncovered.stream().flatMap(duty -> duty.procedures().stream())).filter(each -> !each.equals("*"))
                .collect(Collectors.toCollection(TreeSet::new)).forEach(procedure -> add(of(procedure)));
        List<Covered> impossible = covered.stream().filter(Covered::impossible).toList();
        add(new H2(text("impossible")), new Paragraph(text("impossible-explanation")), fold(text("impossible-count", impossible.size()), norms(impossible)));
    }

    @Override
    public String getPageTitle() {
        return text("coverage");
    }

    private Component of(String procedure) {
        List<Covered> norms = covered.stream().filter(norm -> norm.procedures().contains(procedure)).toList();
        int running = norms.stream().mapToInt(Covered::running).sum();
        Div content = new Div();
        if (norms.isEmpty()) {
            content.add(new Paragraph(text("no-norms")));
        } else {
            content.add(norms(norms));
        }
        if (uncovered.stream().anyMatch(duty -> duty.procedures().contains(procedure))) {
            content.add(new H3(text("not-covered")), missing(procedure));
        }
        return fold(text("procedure-summary", Words.of(this, "dossier.procedure.", procedure), norms.size(), running), content);
    }

    private static Details fold(String summary, Component content) {
        Details details = new Details(summary, content);
        details.addClassName("dw-coverage");
        return details;
    }

    private Component norms(List<Covered> norms) {
        CardTable table = new CardTable(text("norm"), List.of(text("norm"), text("looked-at"), text("running"), text("last-check")));
        for (Covered norm : norms) {
            Div what = new Div(new Span(norm.name()), note(norm.legalText()), note(norm.article()), note(norm.uncertain() ? text("uncertain") + (norm.note() == null ? "" : " " + norm.note()) : null));
            Anchor running = new Anchor(FindingsView.PATH + "?norm=" + norm.code() + "&status=ALLES", norm.all() == 0 ? text("none") : text("of-all", norm.running(), norm.all()));
            running.getElement().setAttribute("aria-label", text("findings-of", norm.name()));
            table.row(what, CardTable.text(norm.impossible() ? text("dossiers", norm.checked()) : text("applied", norm.checked(), norm.applied())), norm.all() == 0 ? CardTable.text(text("none")) : running,
                    CardTable.text(norm.lastCheck() == null ? text("not-yet") : Moments.of(this, norm.lastCheck())));
        }
        return table;
    }

    private Component missing(String procedure) {
        UnorderedList list = new UnorderedList();
        list.addClassName("dw-finding-history");
        uncovered.stream().filter(duty -> duty.procedures().contains(procedure))
                .forEach(duty -> list.add(new ListItem(new Span(duty.duty()), note(duty.article()), note(duty.reason()))));
        return list;
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
