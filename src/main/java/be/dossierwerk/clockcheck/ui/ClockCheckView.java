package be.dossierwerk.clockcheck.ui;

import be.dossierwerk.clockcheck.ClockFindings;
import be.dossierwerk.clockcheck.ClockFindings.Check;
import be.dossierwerk.clockcheck.ClockFindings.Finding;
import be.dossierwerk.clockcheck.ReconcileClock;
import be.dossierwerk.clockcheck.RepairFinding;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** What says another date than the ledger, in sentences, with a repair beside each. */
@Route("klokcontrole")
@Menu(title = "menu.clockcheck", order = 80)
@RolesAllowed({Roles.TEAM_LEAD, Roles.HEAD, Roles.MANAGER, Roles.AUDITOR})
@StyleSheet("context://clockcheck.css")
class ClockCheckView extends Div implements HasDynamicTitle {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H.mm");

    private final transient ClockFindings findings;
    private final transient ReconcileClock reconcileClock;
    private final transient RepairFinding repairFinding;
    private final boolean mayRepair;
    private final Div body = new Div();

    ClockCheckView(ClockFindings findings, ReconcileClock reconcileClock, RepairFinding repairFinding, CurrentActor currentActor) {
        this.findings = findings;
        this.reconcileClock = reconcileClock;
        this.repairFinding = repairFinding;
        Actor actor = currentActor.get();
        mayRepair = actor.has(Roles.TEAM_LEAD) || actor.has(Roles.HEAD) || actor.has(Roles.MANAGER);
        addClassName("dw-clock");
        Button check = new Button(text("check-now"), click -> {
            try {
                check();
            } finally {
                click.getSource().setEnabled(true);
            }
        });
        check.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        check.setDisableOnClick(true);
        add(new H1(getPageTitle()), new Paragraph(text("explanation")), check, body);
        draw();
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    private void check() {
        ReconcileClock.Outcome outcome = reconcileClock.check();
        draw();
        Answers.good(text("checked", outcome.dossiers(), outcome.differences()));
    }

    private void draw() {
        body.removeAll();
        Check last = findings.lastCheck().orElse(null);
        Paragraph when = new Paragraph(last == null ? text("never")
                : text("last", moment(last.at().atZone(MovableClock.BRUSSELS)), last.by(), last.dossiers()));
        when.addClassName("dw-clock-last");
        body.add(when);
        List<Finding> open = findings.open();
        if (open.isEmpty()) {
            if (last != null) {
                body.add(new Paragraph(text("agrees")));
            }
            return;
        }
        int count = findings.countOpen();
        body.add(new Paragraph(text("count", count) + (count > open.size() ? " " + text("first", open.size()) : "")));
        if (mayRepair && open.size() > 1) {
            Button all = new Button(text("repair-all", open.size()), click -> repairAll(open));
            all.setDisableOnClick(true);
            body.add(all);
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("dw-clock-findings");
        open.forEach(finding -> list.add(item(finding)));
        body.add(list);
    }

    private Component item(Finding finding) {
        Div words = new Div(new Anchor("dossier/" + finding.dossier(), finding.dossier()), new Paragraph(finding.what()),
                fact("expected", finding.expected()), fact("found", finding.found()), fact("cause", finding.cause()));
        words.addClassName("dw-clock-words");
        ListItem item = new ListItem(words);
        if (mayRepair) {
            Button repair = new Button(text("repair"), click -> repair(finding));
            repair.setAriaLabel(text("repair-of", finding.dossier(), finding.what()));
            repair.setDisableOnClick(true);
            item.add(repair);
        }
        return item;
    }

    private Component fact(String key, String value) {
        Span name = new Span(text(key) + " ");
        name.addClassName("dw-clock-name");
        return new Div(name, new Span(value));
    }

    private void repair(Finding finding) {
        try {
            repairFinding.repair(finding.id());
            Answers.good(text("repaired", 1));
        } catch (Refused refused) {
            Answers.refused(this, refused);
        }
        draw();
    }

    /** Each in its own transaction: one that was closed meanwhile does not hold up the others. */
    private void repairAll(List<Finding> open) {
        int repaired = 0;
        for (Finding finding : open) {
            try {
                repairFinding.repair(finding.id());
                repaired++;
            } catch (Refused refused) {
                Answers.refused(this, refused);
            }
        }
        Answers.good(text("repaired", repaired));
        draw();
    }

    private String moment(ZonedDateTime at) {
        return text("moment", Dates.prose(at.toLocalDate(), getLocale()), TIME.format(at));
    }

    private String text(String key, Object... args) {
        return getTranslation("clockcheck.screen." + key, args);
    }
}
