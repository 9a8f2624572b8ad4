package be.dossierwerk.withdrawal.ui;

import be.dossierwerk.activity.Months;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.ui.PageLink;
import be.dossierwerk.withdrawal.Batches;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The row of one file: who, how far, who answered, and what the acting person can do with this file alone. */
class BatchFile extends ListItem {

    /** The tasks of one file that are done one by one: its form is opened from here and leads back to here. */
    private static final Map<String, String> ALONE = Map.of("UserTask_VerweerRegistreren", "register-reaction", "UserTask_VerweerBeoordelen", "judge-reaction",
            "UserTask_RegularisatieNagaan", "judge-proof");

    private final transient Batches.Item item;

    /** @param back address of the page with its filter, to come back to */
    BatchFile(Batches.Item item, Actor actor, String back, Consumer<Batches.Item> takeOut) {
        this.item = item;
        Span name = new Span(item.name());
        name.addClassName("dw-batch-name");
        add(name);
        if (item.dossier() == null) {
            add(new Span(item.recognitionNumber()), new Span(item.lastActive() == null ? text("never-active")
                    : text("last-active", Months.prose(YearMonth.from(item.lastActive()), getLocale()))));
        } else {
            add(link("dossier/" + item.dossier(), item.dossier(), null));
        }
        Span stage = new Span(stage());
        stage.addClassName("dw-batch-stage");
        add(stage);
        if (item.answeredOn() != null) {
            Span answered = new Span(text("answered-on", Dates.table(item.answeredOn())));
            answered.addClassName("dw-batch-answered");
            add(answered);
        } else if (item.stage().equals("AANGEKONDIGD") && item.due() != null) {
            add(new Span(text("react-until", Dates.table(item.due()))));
        }
        sources(actor);
        work(actor, back);
        if (item.takenOut()) {
            add(new Span(text("taken-out", item.takenOutReason())));
        } else if (actor.has(Roles.TEAM_LEAD) && !item.stage().equals("GESLOTEN")) {
            Button out = new Button(text("take-out"), click -> takeOut.accept(item));
            out.setAriaLabel(text("take-out") + ": " + item.name());
            out.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            add(out);
        }
    }

    private void sources(Actor actor) {
        if (item.persons() != null) {
            String names = Stream.of(item.persons().split(", ")).map(code -> getTranslation("sources.screen.short." + code)).collect(Collectors.joining(", "));
            Span person = new Span(text("person", names));
            person.addClassName("dw-batch-problem");
            add(person);
            if (actor.has(Roles.HANDLER)) {
                add(link("dossier/" + item.dossier() + "?deel=sources-answers", text("fill-in"), text("fill-in") + ": " + item.name()));
            }
        } else if (item.sourcesOpen() > 0) {
            add(new Span(text("waits-for-sources", item.sourcesOpen())));
        }
    }

    private void work(Actor actor, String back) {
        String alone = item.taskKey() == null ? null : ALONE.get(item.taskKey());
        boolean may = actor.has(Roles.HANDLER) || item.stage().equals("AANGEKONDIGD") && actor.has(Roles.INTAKE);
        if (alone != null && may) {
            add(link("taak/" + item.taskId() + "?terug=" + URLEncoder.encode(back, StandardCharsets.UTF_8), text(alone), text(alone) + ": " + item.name()));
        }
        if (item.stage().equals("TE_ONDERTEKENEN") && actor.has(Roles.SIGNATORY)) {
            add(link("ondertekenen?dossier=" + item.dossier(), text("read"), text("read") + ": " + item.name()));
        }
    }

    private String stage() {
        if (item.stage().equals("GESLOTEN")) {
            return text("closed-as", getTranslation("dossier.outcome." + item.outcome()));
        }
        return item.stage().equals("IN_BESLISSING") ? item.taskName() : getTranslation("withdrawal.batch.stage." + item.stage());
    }

    private static Anchor link(String address, String words, String label) {
        Anchor link = new PageLink(address, words);
        if (label != null) {
            link.setAriaLabel(label);
        }
        return link;
    }

    private String text(String key, Object... args) {
        return getTranslation("withdrawal.batch.screen." + key, args);
    }
}
