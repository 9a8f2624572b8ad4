package be.dossierwerk.evidence.ui;

import be.dossierwerk.evidence.ChainFindings;
import be.dossierwerk.evidence.ChainFindings.Busy;
import be.dossierwerk.evidence.ChainFindings.Check;
import be.dossierwerk.evidence.ChainFindings.Failed;
import be.dossierwerk.evidence.ChainFindings.Open;
import be.dossierwerk.evidence.CheckChains;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
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
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Whether the record is still what was recorded, in sentences. */
@Route("ketencontrole")
@Menu(title = "menu.chain-check", order = 80.5)
@RolesAllowed({Roles.AUDITOR, Roles.HEAD})
@StyleSheet("context://evidence.css")
class ChainCheckView extends Div implements HasDynamicTitle {

    private static final int POLL_MILLISECONDS = 500;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H.mm");

    private final transient ChainFindings findings;
    private final transient CheckChains checkChains;
    private final Div body = new Div();
    private transient Registration polling;
    private transient Busy drawn;
    private boolean asked;

    ChainCheckView(ChainFindings findings, CheckChains checkChains) {
        this.findings = findings;
        this.checkChains = checkChains;
        addClassName("dw-chain");
        Button check = new Button(text("check-now"), click -> {
            if (drawn != null) {
                Answers.good(text("already"));
            }
            checkChains.ask();
            asked = true;
            draw();
        });
        check.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        body.getElement().setAttribute("aria-live", "polite");
        add(new H1(getPageTitle()), new Paragraph(text("explanation", checkChains.wholeEvery().toDays())), check, body);
        draw();
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        polling = attach.getUI().addPollListener(poll -> draw());
        follow();
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        polling.remove();
        detach.getUI().setPollInterval(-1);
    }

    /** While a check goes on, whoever asked for it. */
    private void follow() {
        getUI().ifPresent(ui -> ui.setPollInterval(drawn == null ? -1 : POLL_MILLISECONDS));
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    private void draw() {
        Busy busy = findings.busy().orElse(null);
        if (busy != null && busy.equals(drawn)) {
            return;
        }
        boolean ended = (drawn != null || asked) && busy == null;
        asked &= busy != null;
        drawn = busy;
        follow();
        body.removeAll();
        Check last = findings.lastCheck().orElse(null);
        if (busy != null) {
            body.add(progress(busy));
        }
        Optional<Failed> notEnded = findings.failed();
        notEnded.ifPresent(failed -> body.add(new Paragraph(failed.incident().map(incident -> text("failed", moment(failed.at()), incident))
                .orElseGet(() -> text("stopped", moment(failed.at()))))));
        body.add(note(last == null ? text("never") : text(last.whole() ? "last" : "last-changed", moment(last.at()), last.by(), last.chains(), last.entries())),
                note(findings.lastSeal().map(at -> text("seal", moment(at))).orElseGet(() -> text("no-seal"))));
        if (ended && last != null && notEnded.isEmpty()) {
            Answers.good(text("checked", last.chains(), last.findings()));
        }
        List<Open> open = findings.open();
        if (open.isEmpty()) {
            if (last != null && notEnded.isEmpty()) {
                body.add(new Paragraph(text("agrees")));
            }
            return;
        }
        body.add(new Paragraph(text("count", open.size())));
        UnorderedList list = new UnorderedList();
        open.forEach(finding -> list.add(item(finding)));
        body.add(list);
    }

    private Component progress(Busy busy) {
        ProgressBar bar = new ProgressBar(0, Math.max(1, busy.chains()), Math.min(busy.done(), Math.max(1, busy.chains())));
        bar.getElement().setAttribute("aria-label", text("busy"));
        bar.setIndeterminate(busy.chains() == 0);
        return new Div(new Paragraph(text(busy.dossier() == null ? "begins" : "goes-on", moment(busy.at()), busy.by(), busy.done(), busy.chains(), busy.dossier())), bar);
    }

    private Component item(Open finding) {
        ListItem item = new ListItem(new Span(finding.sentence()), note(text("since", moment(finding.foundAt()))));
        if (finding.dossier().startsWith("DC-")) {
            Anchor link = new PageLink("dossier/" + finding.dossier(), finding.dossier());
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
