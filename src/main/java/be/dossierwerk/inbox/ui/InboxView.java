package be.dossierwerk.inbox.ui;

import be.dossierwerk.inbox.Absences;
import be.dossierwerk.inbox.ClaimTask;
import be.dossierwerk.inbox.ClaimTasks;
import be.dossierwerk.inbox.HandOverTask;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.inbox.OpenWork.Filter;
import be.dossierwerk.inbox.OpenWork.Row;
import be.dossierwerk.inbox.TakeOverForAbsent;
import be.dossierwerk.inbox.WhoCan;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.AddressBar;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.CardGrid;
import be.dossierwerk.shared.ui.DaysLeft;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Open work: mine, my groups', waiting, and what I finished. Tab, filters and search stand in the address. */
@Route("werk")
@Menu(title = "menu.inbox", order = 10)
@PermitAll
@StyleSheet("context://inbox.css")
class InboxView extends VerticalLayout implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 50;
    private static final int NARROW_PIXELS = 700;
    private static final int SEARCH_DELAY_MILLIS = 400;

    private final transient OpenWork openWork;
    private final transient ClaimTask claimTask;
    private final transient ClaimTasks claimTasks;
    private final transient HandOverTask handOver;
    private final transient TakeOverForAbsent takeOver;
    private final transient WhoCan whoCan;
    private final transient List<Absences.Absence> standingInFor;
    private final transient CurrentActor currentActor;
    private final transient Clock clock;

    private final Tabs tabs = new Tabs();
    private final Map<OpenWork.Tab, Tab> tabOf = new EnumMap<>(OpenWork.Tab.class);
    private final Map<OpenWork.Tab, Span> counterOf = new EnumMap<>(OpenWork.Tab.class);
    private final Select<String> procedure = new Select<>();
    private final Select<String> group = new Select<>();
    private final TextField search = new TextField();
    private final CardGrid<Row> grid = new CardGrid<>(PAGE, NARROW_PIXELS);
    private final Div actions = new Div();
    private final Span chosen = new Span();
    private final Button take = new Button();
    private final Button pass = new Button();
    private final Paragraph behalf = new Paragraph();
    private final Div empty = new Div();

    /** The last row before an offset: the next page starts from its key, not by counting rows. */
    private final transient Map<Integer, Row> lastBefore = new HashMap<>();
    private OpenWork.Tab tab = OpenWork.Tab.MINE;
    private transient Filter filter = Filter.NONE;
    private boolean applying;

    InboxView(OpenWork openWork, ClaimTask claimTask, ClaimTasks claimTasks, HandOverTask handOver, TakeOverForAbsent takeOver, WhoCan whoCan,
              Absences absences, CurrentActor currentActor, Clock clock) {
        this.openWork = openWork;
        this.claimTask = claimTask;
        this.claimTasks = claimTasks;
        this.handOver = handOver;
        this.takeOver = takeOver;
        this.whoCan = whoCan;
        this.standingInFor = absences.standingInFor(currentActor.get());
        this.currentActor = currentActor;
        this.clock = clock;
        addClassName("dw-inbox");
        setSizeFull();
        Div filters = new Div(procedure, group, search);
        filters.addClassName("dw-inbox-filters");
        add(new H1(getTranslation("inbox.title")), makeTabs(), makeFilters(filters), behalf, makeGrid(), makeActions());
        setFlexGrow(1, grid);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("inbox.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        tab = query.getSingleParameter("tab").flatMap(name -> shownTabs().stream().filter(t -> address(t).equals(name)).findFirst())
                .orElse(OpenWork.Tab.MINE);
        filter = new Filter(query.getSingleParameter("procedure").orElse(null), query.getSingleParameter("groep").orElse(null),
                query.getSingleParameter("q").orElse(null));
        applying = true;
        tabs.setSelectedTab(tabOf.get(tab));
        fillProcedures();
        procedure.setValue(filter.procedure());
        group.setValue(filter.group());
        search.setValue(filter.text() == null ? "" : filter.text());
        applying = false;
        refresh();
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        attach.getUI().getPage().addJavaScript("context://inbox.js");
    }

    /** The key {@code c} on a task. */
    @ClientCallable
    private void claimFocused(String taskId) {
        try {
            if (tab == OpenWork.Tab.BEHALF) {
                takeOver.takeOver(taskId);
            } else {
                claimTask.claim(taskId);
            }
            Answers.good(getTranslation("inbox.claimed-one"));
        } catch (Refused refused) {
            Answers.refused(this, refused);
        }
        refresh();
    }

    private Component makeTabs() {
        tabs.addClassName("dw-inbox-tabs");
        for (OpenWork.Tab each : shownTabs()) {
            Span counter = new Span();
            counter.addClassName("dw-count");
            Tab made = new Tab(new Span(tabName(each)), counter);
            tabOf.put(each, made);
            counterOf.put(each, counter);
            tabs.add(made);
        }
        tabs.addSelectedChangeListener(change -> {
            if (!applying) {
                tabOf.forEach((each, made) -> {
                    if (made == change.getSelectedTab()) {
                        tab = each;
                    }
                });
                go();
            }
        });
        return tabs;
    }

    /** Standing in for somebody brings a tab, right after one's own work. */
    private List<OpenWork.Tab> shownTabs() {
        List<OpenWork.Tab> tabs = new ArrayList<>(openWork.tabs());
        if (!standingInFor.isEmpty()) {
            tabs.add(1, OpenWork.Tab.BEHALF);
        }
        return tabs;
    }

    private String tabName(OpenWork.Tab each) {
        return each == OpenWork.Tab.BEHALF ? getTranslation("inbox.tab.namens", standingInFor.size() == 1 ? standingInFor.get(0).personName()
                : getTranslation("inbox.tab.namens-several")) : getTranslation("inbox.tab." + address(each));
    }

    private Component makeFilters(Div filters) {
        procedure.setLabel(getTranslation("inbox.filter.procedure"));
        procedure.setEmptySelectionAllowed(true);
        procedure.setEmptySelectionCaption(getTranslation("inbox.filter.all"));
        procedure.setItemLabelGenerator(this::procedureName);
        procedure.addValueChangeListener(change -> changed(new Filter(change.getValue(), filter.group(), filter.text())));
        group.setLabel(getTranslation("inbox.filter.group"));
        group.setEmptySelectionAllowed(true);
        group.setEmptySelectionCaption(getTranslation("inbox.filter.all"));
        var mine = currentActor.get().roles();
        boolean team = tabOf.containsKey(OpenWork.Tab.TEAM);
        group.setItems(Roles.names().keySet().stream().filter(role -> team || mine.contains(role))
                .sorted(Comparator.comparing(Roles::name)).toList());
        group.setItemLabelGenerator(role -> role == null ? getTranslation("inbox.filter.all") : Roles.name(role));
        group.setVisible(team || mine.size() > 1);
        group.addValueChangeListener(change -> changed(new Filter(filter.procedure(), change.getValue(), filter.text())));
        search.setLabel(getTranslation("inbox.filter.search"));
        search.setClearButtonVisible(true);
        search.addClassName("dw-inbox-search");
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(SEARCH_DELAY_MILLIS);
        search.addValueChangeListener(change -> {
            if (!applying) {
                filter = new Filter(filter.procedure(), filter.group(), change.getValue().isBlank() ? null : change.getValue());
                AddressBar.replace(this, new Location("werk", query()));
                refresh();
            }
        });
        return filters;
    }

    private void fillProcedures() {
        List<String> names = new ArrayList<>(openWork.procedures());
        if (filter.procedure() != null && !names.contains(filter.procedure())) {
            names.add(filter.procedure());
        }
        procedure.setItems(names);
        if (group.isVisible() && filter.group() != null && group.getListDataView().getItems().noneMatch(filter.group()::equals)) {
            filter = new Filter(filter.procedure(), null, filter.text());
        }
    }

    private Component makeGrid() {
        grid.addClassName("dw-inbox-grid");
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.getElement().setAttribute("aria-label", getTranslation("inbox.title"));
        String badge = "<span class=\"dw-days dw-days-${item.tone}\" title=\"${item.why}\">${item.days}</span>";
        String days = "${item.account ? html`<a class=\"dw-days-link\" href=\"${item.account}\" aria-label=\"${item.accountOf}\">" + badge + "</a>` : html`"
                + badge + "`}";
        String dossier = "<a href=\"dossier/${item.dossier}\">${item.dossier}</a>";
        String task = "<a class=\"dw-task\" data-task=\"${item.id}\" href=\"${item.href}\">${item.task}</a><span class=\"dw-note\">${item.note}</span>";
        grid.addColumn(lit(days)).setHeader(getTranslation("inbox.column.left")).setWidth("12rem").setFlexGrow(0);
        grid.addColumn(lit(dossier)).setHeader(getTranslation("inbox.column.dossier")).setWidth("11.5rem").setFlexGrow(0);
        grid.addColumn(Row::subject).setHeader(getTranslation("inbox.column.undertaking")).setFlexGrow(4);
        grid.addColumn(lit(task)).setHeader(getTranslation("inbox.column.task")).setFlexGrow(3);
        grid.addColumn(lit("<span title=\"${item.openedOn}\">${item.since}</span>"))
                .setHeader(getTranslation("inbox.column.since")).setWidth("6.5rem").setFlexGrow(0);
        grid.addColumn(this::who).setHeader(getTranslation("inbox.column.who")).setWidth("8.5rem").setFlexGrow(0);
        grid.cards(lit("<div class=\"dw-card\"><div>" + task + "</div><div>${item.subject}</div><div>" + dossier + "</div><div>"
                + days + " <span class=\"dw-who\">${item.who}</span></div></div>"), getTranslation("inbox.column.task"));
        grid.setDataProvider(new CallbackDataProvider<Row, Void>(
                query -> page(query.getOffset(), query.getLimit()), query -> (int) openWork.count(tab, filter), Row::taskId));
        grid.addItemDoubleClickListener(click -> {
            if (click.getItem().completedAt() == null) {
                getUI().ifPresent(ui -> ui.navigate("taak/" + click.getItem().taskId()));
            }
        });
        grid.addSelectionListener(selection -> showActions());
        empty.addClassName("dw-empty");
        grid.setEmptyStateComponent(empty);
        return grid;
    }

    private Component makeActions() {
        chosen.getElement().setAttribute("role", "status");
        take.setText(getTranslation("inbox.take"));
        take.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        take.addClickListener(click -> takeChosen());
        pass.setText(getTranslation("inbox.hand-over"));
        pass.addClickListener(click ->
                HandOverDialog.open(grid.getSelectedItems(), whoCan, handOver, this::refresh));
        actions.add(chosen, pass, take);
        actions.addClassName("dw-inbox-actions");
        actions.setVisible(false);
        return actions;
    }

    private Stream<Row> page(int offset, int limit) {
        Row after = lastBefore.get(offset);
        List<Row> rows = openWork.list(tab, filter, tab == OpenWork.Tab.FOLLOWED ? null : after,
                after == null || tab == OpenWork.Tab.FOLLOWED ? offset : 0, limit);
        if (!rows.isEmpty()) {
            lastBefore.put(offset + rows.size(), rows.get(rows.size() - 1));
        }
        return rows.stream();
    }

    private LitRenderer<Row> lit(String template) {
        return LitRenderer.<Row>of(template)
                .withProperty("tone", TaskWords::tone)
                .withProperty("why", row -> TaskWords.explanation(this, row))
                .withProperty("days", row -> TaskWords.text(this, row))
                .withProperty("account", row -> row.termRule() == null ? null : DaysLeft.account(row.dossier(), row.termRule()))
                .withProperty("accountOf", row -> DaysLeft.accountOf(this, TaskWords.text(this, row)))
                .withProperty("dossier", Row::dossier)
                .withProperty("subject", Row::subject)
                .withProperty("id", Row::taskId)
                // A finished task has no form any more: its dossier tells what happened.
                .withProperty("href", row -> row.completedAt() == null ? "taak/" + row.taskId() : "dossier/" + row.dossier())
                .withProperty("task", Row::taskName)
                .withProperty("note", this::note)
                .withProperty("since", this::since)
                .withProperty("openedOn", row -> Dates.prose(TaskWords.day(row.openedAt()), getLocale()))
                .withProperty("who", this::who);
    }

    private String note(Row row) {
        if (!row.waits() || row.completedAt() != null) {
            return "";
        }
        return row.dueOn() == null ? getTranslation("inbox.waits") : getTranslation("inbox.waits-until", Dates.table(row.dueOn()));
    }

    private String since(Row row) {
        long days = ChronoUnit.DAYS.between(TaskWords.day(row.openedAt()), LocalDate.now(clock));
        return days <= 0 ? getTranslation("inbox.since.today")
                : days == 1 ? getTranslation("inbox.since.one") : getTranslation("inbox.since.days", String.valueOf(days));
    }

    private String who(Row row) {
        return row.assignee() == null ? getTranslation("inbox.who.nobody")
                : row.assignee().equals(currentActor.get().id()) ? getTranslation("inbox.who.me") : row.assigneeName();
    }

    private void takeChosen() {
        if (tab == OpenWork.Tab.BEHALF) {
            takeOverChosen();
            return;
        }
        ClaimTasks.Outcome outcome = claimTasks.claim(grid.getSelectedItems().stream().map(Row::taskId).toList());
        if (outcome.claimed() > 0) {
            Answers.good(outcome.claimed() == 1 ? getTranslation("inbox.claimed-one")
                    : getTranslation("inbox.claimed", String.valueOf(outcome.claimed())));
        }
        outcome.refusals().forEach(refused -> Answers.refused(this, refused));
        refresh();
    }

    private void takeOverChosen() {
        int taken = 0;
        for (Row task : grid.getSelectedItems()) {
            try {
                takeOver.takeOver(task.taskId());
                taken++;
            } catch (Refused refused) {
                Answers.refused(this, refused);
            }
        }
        if (taken > 0) {
            Answers.good(taken == 1 ? getTranslation("inbox.claimed-one") : getTranslation("inbox.claimed", String.valueOf(taken)));
        }
        refresh();
    }

    private void showActions() {
        var selected = grid.getSelectedItems();
        actions.setVisible(!selected.isEmpty() && tab != OpenWork.Tab.FOLLOWED);
        chosen.setText(selected.size() == 1 ? getTranslation("inbox.chosen-one") : getTranslation("inbox.chosen", String.valueOf(selected.size())));
        take.setText(getTranslation(tab == OpenWork.Tab.BEHALF ? "inbox.take-over" : "inbox.take"));
        take.setVisible(tab == OpenWork.Tab.BEHALF || selected.stream().anyMatch(Row::isFree));
        pass.setVisible(tab != OpenWork.Tab.BEHALF);
    }

    private void changed(Filter wanted) {
        if (!applying) {
            filter = wanted;
            go();
        }
    }

    private void go() {
        getUI().ifPresent(ui -> ui.navigate(InboxView.class, query()));
    }

    private QueryParameters query() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("tab", address(tab));
        put(query, "procedure", filter.procedure());
        put(query, "groep", filter.group());
        put(query, "q", filter.text());
        return QueryParameters.simple(query);
    }

    private static void put(Map<String, String> query, String name, String value) {
        if (value != null && !value.isBlank()) {
            query.put(name, value);
        }
    }

    private void refresh() {
        lastBefore.clear();
        grid.deselectAll();
        openWork.counts(filter).forEach((each, count) -> counterOf.get(each).setText(String.valueOf(count)));
        if (counterOf.containsKey(OpenWork.Tab.BEHALF)) {
            counterOf.get(OpenWork.Tab.BEHALF).setText(String.valueOf(openWork.count(OpenWork.Tab.BEHALF, filter)));
        }
        behalf.setVisible(tab == OpenWork.Tab.BEHALF);
        behalf.setText(standingInFor.stream().map(away -> getTranslation("inbox.behalf", away.personName(), Dates.prose(away.lastDay(), getLocale())))
                .collect(Collectors.joining(" ")));
        fillEmpty();
        grid.getDataProvider().refreshAll();
        showActions();
    }

    private void fillEmpty() {
        empty.removeAll();
        boolean filtered = !filter.equals(Filter.NONE);
        empty.add(new Paragraph(getTranslation(filtered ? "inbox.empty.filtered" : "inbox.empty." + address(tab))));
        if (filtered) {
            empty.add(new Button(getTranslation("inbox.empty.clear"), click -> changed(Filter.NONE)));
        } else if (tab == OpenWork.Tab.MINE) {
            empty.add(new Button(getTranslation("inbox.empty.to-groups"), click -> {
                tab = OpenWork.Tab.GROUPS;
                go();
            }));
        }
    }

    private String procedureName(String code) {
        return code == null ? getTranslation("inbox.filter.all") : code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1).replace('-', ' ');
    }

    private static String address(OpenWork.Tab tab) {
        return switch (tab) {
            case MINE -> "mijn";
            case BEHALF -> "namens";
            case GROUPS -> "groepen";
            case PAUSED -> "pauze";
            case FOLLOWED -> "opgevolgd";
            case TEAM -> "team";
        };
    }
}
