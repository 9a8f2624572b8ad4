package be.dossierwerk.trainingbudget.ui;

import be.dossierwerk.shared.ui.AddressBar;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is asked of a list of one year: the year, a search, and one choice. All of it stands in the address. */
final class YearFilters<C extends Enum<C>> extends Div {

    private static final String YEAR = "jaar";
    private static final String SEARCH = "q";
    private static final int SEARCH_DELAY_MILLIS = 400;

    private final String path;
    private final String choiceName;
    private final transient Runnable changed;
    private final ComboBox<Integer> year = new ComboBox<>();
    private final TextField search = new TextField();
    private final ComboBox<C> choice = new ComboBox<>();
    private boolean reading;

    /** {@code choiceName}: of the choice in the address; {@code choiceKey}: of its label, before a dot and a constant of its words. */
    YearFilters(String path, String choiceName, String choiceKey, Class<C> choices, Runnable changed) {
        this.path = path;
        this.choiceName = choiceName;
        this.changed = changed;
        year.setLabel(getTranslation("trainingbudget.filters.year"));
        year.setItemLabelGenerator(String::valueOf);
        year.addValueChangeListener(change -> ask());
        search.setLabel(getTranslation("trainingbudget.filters.search"));
        search.addClassName("dw-register-search");
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(SEARCH_DELAY_MILLIS);
        search.addValueChangeListener(change -> ask());
        choice.setLabel(getTranslation(choiceKey));
        choice.setItems(choices.getEnumConstants());
        choice.setItemLabelGenerator(each -> getTranslation(choiceKey + "." + each));
        choice.setClearButtonVisible(true);
        choice.setPlaceholder(getTranslation("trainingbudget.filters.all"));
        choice.addValueChangeListener(change -> ask());
        addClassName("dw-register-filters");
        getElement().setAttribute("role", "search");
        add(year, search, choice);
    }

    /** What the address asks, of these years, the newest first; without a known year the newest. */
    void read(QueryParameters query, List<Integer> years) {
        reading = true;
        year.setItems(years);
        year.setValue(query.getSingleParameter(YEAR).flatMap(typed -> years.stream().filter(known -> typed.equals(String.valueOf(known))).findFirst())
                .orElse(years.isEmpty() ? null : years.get(0)));
        search.setValue(query.getSingleParameter(SEARCH).orElse(""));
        choice.setValue(query.getSingleParameter(choiceName).flatMap(typed -> choices().filter(each -> each.name().equals(typed)).findFirst()).orElse(null));
        reading = false;
    }

    /** Null when there is no year. */
    Integer year() {
        return year.getValue();
    }

    String search() {
        return search.getValue();
    }

    /** Null for all. */
    C choice() {
        return choice.getValue();
    }

    private void ask() {
        if (!reading) {
            Map<String, String> query = new LinkedHashMap<>();
            if (year() != null) {
                query.put(YEAR, String.valueOf(year()));
            }
            if (!search().isBlank()) {
                query.put(SEARCH, search());
            }
            if (choice() != null) {
                query.put(choiceName, choice().name());
            }
            AddressBar.replace(this, new Location(path, QueryParameters.simple(query)));
            changed.run();
        }
    }

    private Stream<C> choices() {
        return choice.getListDataView().getItems();
    }
}
