package be.dossierwerk.board.ui;

import be.dossierwerk.board.BoardWork;
import be.dossierwerk.board.FreezePeriod;
import be.dossierwerk.board.FrozenPeriods;
import be.dossierwerk.board.FrozenPeriods.Frozen;
import be.dossierwerk.board.PeriodToFreeze;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.ui.ActDialog;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.DateField;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** The periods that were frozen, and where one is frozen. */
@Route(PeriodsView.PATH)
@Menu(title = "menu.board-periods", order = 35.5)
@RolesAllowed({Roles.HEAD, Roles.MANAGER, Roles.TEAM_LEAD, Roles.AUDITOR})
@StyleSheet("context://board.css")
class PeriodsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = BoardView.PATH + "/periodes";

    private final transient FrozenPeriods periods;
    private final transient FreezePeriod freezePeriod;
    private final transient BoardWork work;
    private final transient Actor actor;
    private final transient Clock clock;

    PeriodsView(FrozenPeriods periods, FreezePeriod freezePeriod, BoardWork work, CurrentActor currentActor, Clock clock) {
        this.periods = periods;
        this.freezePeriod = freezePeriod;
        this.work = work;
        this.clock = clock;
        actor = currentActor.get();
        addClassNames("dw-page", "dw-board");
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(new H1(getPageTitle()), new Paragraph(text("explanation")));
        Div busy = new Div();
        if (actor.has(Roles.HEAD) || actor.has(Roles.MANAGER)) {
            Button freeze = new Button(text("freeze"), click -> ask(busy));
            freeze.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            add(freeze);
        }
        add(busy);
        List<Frozen> all = periods.all();
        add(all.isEmpty() ? new Paragraph(text("empty")) : table(all));
        add(new PageLink(DefinitionsView.PATH, getTranslation("board.definition.title")));
    }

    private CardTable table(List<Frozen> all) {
        BoardWords words = new BoardWords(this, getLocale());
        CardTable table = new CardTable(getPageTitle(), List.of(text("name"), text("period"), text("other"), text("frozen"), text("signature")));
        for (Frozen frozen : all) {
            table.row(new PageLink(PeriodView.PATH + "/" + frozen.id(), frozen.name()), CardTable.text(words.period(frozen.period())), CardTable.text(words.period(frozen.other())),
                    CardTable.text(text("by-on", frozen.frozenByName(), DefinitionSection.day(frozen.frozenAt(), words))),
                    CardTable.text(frozen.signedAt() == null ? text("not-signed") : text("by-on", frozen.signedByName(), DefinitionSection.day(frozen.signedAt(), words))));
        }
        return table;
    }

    /** Last year beside the year before stands ready. */
    private void ask(Div busy) {
        int last = LocalDate.now(clock).getYear() - 1;
        ActDialog dialog = new ActDialog("board.frozen.freeze", "board.frozen.freeze.what", "board.frozen.freeze.done");
        TextField name = dialog.field("name", new TextField(text("name")));
        name.setValue(text("yearly-report", String.valueOf(last)));
        DateField from = day(dialog, "from", LocalDate.of(last, 1, 1));
        DateField to = day(dialog, "to", LocalDate.of(last, 12, 31));
        DateField otherFrom = day(dialog, "otherFrom", LocalDate.of(last - 1, 1, 1));
        DateField otherTo = day(dialog, "otherTo", LocalDate.of(last - 1, 12, 31));
        dialog.offer("board.frozen.freeze", () -> {
            PeriodToFreeze wanted = new PeriodToFreeze(name.getValue(), from.getValue(), to.getValue(), otherFrom.getValue(), otherTo.getValue());
            wanted.check(LocalDate.now(clock));
            busy.removeAll();
            busy.add(new Working<>(text("freezing"), work.begin("bevries " + wanted, () -> freezePeriod.freeze(wanted)),
                    id -> getUI().ifPresent(ui -> ui.navigate(PeriodView.PATH + "/" + id))));
        }, () -> { });
    }

    private DateField day(ActDialog dialog, String field, LocalDate day) {
        DateField typed = dialog.field(field, new DateField(text("field." + field)));
        typed.setValue(day);
        return typed;
    }

    private String text(String key, Object... args) {
        return getTranslation("board.frozen." + key, args);
    }
}
