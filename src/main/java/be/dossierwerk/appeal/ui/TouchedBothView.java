package be.dossierwerk.appeal.ui;

import be.dossierwerk.appeal.TouchedBoth;
import be.dossierwerk.appeal.TouchedBoth.Touch;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.ui.CardTable;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everybody who touched both a contested dossier and its appeal, by pair. */
@Route("raakte-beide")
@Menu(title = "menu.touched-both", order = 72)
@RolesAllowed({Roles.TEAM_LEAD, Roles.HEAD, Roles.AUDITOR})
@StyleSheet("context://appeal.css")
class TouchedBothView extends Div implements HasDynamicTitle {

    TouchedBothView(TouchedBoth touchedBoth) {
        addClassName("dw-touched");
        add(new H1(getPageTitle()), new Paragraph(text("what")));
        Map<String, List<Touch>> pairs = touchedBoth.all().stream().collect(Collectors.groupingBy(Touch::appeal, LinkedHashMap::new, Collectors.toList()));
        if (pairs.isEmpty()) {
            add(new Paragraph(text("none")));
        }
        pairs.values().forEach(this::pair);
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    private void pair(List<Touch> people) {
        Touch any = people.get(0);
        Paragraph dossiers = new Paragraph(text("contested") + " ");
        dossiers.add(new Anchor("dossier/" + any.contested(), any.contested()), new Span(", " + text("appeal") + " "), new Anchor("dossier/" + any.appeal(), any.appeal()));
        CardTable table = new CardTable(any.subject() + " " + any.appeal(), Stream.of("person", "in-contested", "in-appeal", "part").map(this::text).toList());
        people.forEach(person -> table.row(person.name(), acts(person.tasksInContested(), person.inContested()), acts(person.tasksInAppeal(), person.inAppeal()),
                text(person.keptOut() ? "part.yes" : "part.no")));
        add(new H2(any.subject()), dossiers, table);
    }

    /** Each task once, however often it was done. */
    private String acts(List<String> tasks, int lines) {
        String names = tasks.stream().distinct().collect(Collectors.joining(", "));
        return names.isEmpty() ? text("lines", lines) : names + " (" + text("lines", lines) + ")";
    }

    private String text(String key, Object... args) {
        return getTranslation("appeal.touched." + key, args);
    }
}
