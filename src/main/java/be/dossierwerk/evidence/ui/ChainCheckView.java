package be.dossierwerk.evidence.ui;

import be.dossierwerk.evidence.ChainFindings;
import be.dossierwerk.evidence.ChainFindings.Check;
import be.dossierwerk.evidence.ChainFindings.Open;
import be.dossierwerk.evidence.CheckChains;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
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
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Whether the record is still what was recorded, in sentences. */
@Route("ketencontrole")
@Menu(title = "menu.chain-check", order = 80.5)
@RolesAllowed({Roles.AUDITOR, Roles.HEAD})
@StyleSheet("context://evidence.css")
class ChainCheckView extends Div implements HasDynamicTitle {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H.mm");

    private final transient ChainFindings findings;
    private final transient CheckChains checkChains;
    private final Div body = new Div();

    ChainCheckView(ChainFindings findings, CheckChains checkChains) {
        this.findings = findings;
        this.checkChains = checkChains;
        addClassName("dw-chain");
        Button check = new Button(text("check-now"), click -> {
            try {
                CheckChains.Outcome outcome = checkChains.check();
                draw();
                Answers.good(text("checked", outcome.chains(), outcome.found().size()));
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

    private void draw() {
        body.removeAll();
        Check last = findings.lastCheck().orElse(null);
        body.add(note(last == null ? text("never") : text("last", moment(last.at()), last.by(), last.chains(), last.entries())),
                note(findings.lastSeal().map(at -> text("seal", moment(at))).orElseGet(() -> text("no-seal"))));
        List<Open> open = findings.open();
        if (open.isEmpty()) {
            if (last != null) {
                body.add(new Paragraph(text("agrees")));
            }
            return;
        }
        body.add(new Paragraph(text("count", open.size())));
        UnorderedList list = new UnorderedList();
        open.forEach(finding -> list.add(item(finding)));
        body.add(list);
    }

    private Component item(Open finding) {
        ListItem item = new ListItem(new Span(finding.sentence()), note(text("since", moment(finding.foundAt()))));
        if (finding.dossier().startsWith("DC-")) {
            Anchor link = new Anchor("dossier/" + finding.dossier(), finding.dossier());
            link.getElement().setAttribute("router-link", true);
            item.addComponentAsFirst(link);
        }
        return item;
    }

    private static Component note(String text) {
        Paragraph note = new Paragraph(text);
        note.addClassName("dw-chain-note");
        return note;
    }

    private String moment(Instant instant) {
        ZonedDateTime at = instant.atZone(MovableClock.BRUSSELS);
        return text("moment", Dates.prose(at.toLocalDate(), getLocale()), TIME.format(at));
    }

    private String text(String key, Object... args) {
        return getTranslation("evidence.screen." + key, args);
    }
}
