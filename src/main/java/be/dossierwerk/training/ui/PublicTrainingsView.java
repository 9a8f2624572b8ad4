package be.dossierwerk.training.ui;

import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.ui.AddressBar;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.training.PublishedTrainings;
import be.dossierwerk.training.PublishedTrainings.Published;
import be.dossierwerk.training.TrainingKind;
import be.dossierwerk.training.TrainingTheme;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The public list of approved trainings, for everybody and without signing in. What is searched stands in the address. */
@Route(value = "opleidingen", autoLayout = false)
@AnonymousAllowed
@StyleSheet("context://inbox.css")
@StyleSheet("context://recognition.css")
class PublicTrainingsView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final int SEARCH_DELAY_MILLIS = 400;

    private final transient PublishedTrainings trainings;
    private final TextField search = new TextField();
    private final ComboBox<TrainingTheme> theme = new ComboBox<>();
    private final ComboBox<TrainingKind> kind = new ComboBox<>();
    private final Div found = new Div();
    private int page;
    private boolean applying;

    PublicTrainingsView(PublishedTrainings trainings) {
        this.trainings = trainings;
        addClassName("dw-register");
        getStyle().set("padding", "var(--lumo-space-m)");
        search.setLabel(text("list.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(SEARCH_DELAY_MILLIS);
        theme.setLabel(text("theme"));
        theme.setItems(TrainingTheme.values());
        theme.setItemLabelGenerator(each -> text("theme." + each));
        theme.setClearButtonVisible(true);
        kind.setLabel(text("kind"));
        kind.setItems(TrainingKind.values());
        kind.setItemLabelGenerator(each -> text("kind." + each));
        kind.setClearButtonVisible(true);
        search.addValueChangeListener(change -> changed());
        theme.addValueChangeListener(change -> changed());
        kind.addValueChangeListener(change -> changed());
        Div filters = new Div(search, theme, kind);
        filters.addClassName("dw-register-filters");
        filters.getElement().setAttribute("role", "search");
        found.getElement().setAttribute("aria-live", "polite");
        add(new H1(getPageTitle()), new Paragraph(text("list.what")), filters, found);
    }

    @Override
    public String getPageTitle() {
        return text("list.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        applying = true;
        search.setValue(query.getSingleParameter("q").orElse(""));
        theme.setValue(one(TrainingTheme.values(), query.getSingleParameter("thema")));
        kind.setValue(one(TrainingKind.values(), query.getSingleParameter("soort")));
        applying = false;
        page = query.getSingleParameter("blad").filter(text -> text.matches("[1-9][0-9]{0,4}")).map(Integer::parseInt).orElse(1) - 1;
        show();
    }

    private void changed() {
        if (!applying) {
            page = 0;
            AddressBar.replace(this, new Location(address(0)));
            show();
        }
    }

    private void show() {
        found.removeAll();
        List<Published> rows = trainings.search(search.getValue(), theme.getValue(), kind.getValue(), page);
        if (rows.isEmpty()) {
            found.add(new Paragraph(text("list.none")));
        } else {
            CardTable table = new CardTable(getPageTitle(), Stream.of("list.number", "training", "theme", "kind", "hours", "provider", "eligible", "approved").map(this::text).toList());
            rows.stream().limit(PublishedTrainings.PAGE).forEach(each -> table.row(each.number(), each.title(), text("theme." + each.theme()), text("kind." + each.kind()),
                    each.hours().stripTrailingZeros().toPlainString().replace('.', ','), each.provider(), Dates.table(each.eligibleFrom()),
                    Dates.table(each.approvedOn())));
            found.add(table);
        }
        Div pages = new Div();
        if (page > 0) {
            pages.add(new Anchor(address(page - 1), text("list.previous")), new com.vaadin.flow.component.html.Span(" "));
        }
        if (rows.size() > PublishedTrainings.PAGE) {
            pages.add(new Anchor(address(page + 1), text("list.next")));
        }
        found.add(pages);
    }

    private String address(int of) {
        Map<String, String> query = new LinkedHashMap<>();
        if (!search.isEmpty()) {
            query.put("q", search.getValue());
        }
        if (theme.getValue() != null) {
            query.put("thema", theme.getValue().name());
        }
        if (kind.getValue() != null) {
            query.put("soort", kind.getValue().name());
        }
        if (of > 0) {
            query.put("blad", String.valueOf(of + 1));
        }
        return query.isEmpty() ? "opleidingen" : "opleidingen?" + QueryParameters.simple(query).getQueryString();
    }

    private static <T extends Enum<T>> T one(T[] codes, Optional<String> asked) {
        return Arrays.stream(codes).filter(code -> asked.filter(code.name()::equals).isPresent()).findFirst().orElse(null);
    }

    private String text(String key) {
        return getTranslation("training.screen." + key);
    }
}
