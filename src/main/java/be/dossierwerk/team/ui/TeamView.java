package be.dossierwerk.team.ui;

import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.inbox.WhoCan;
import be.dossierwerk.inbox.ui.HandOverDialog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.team.Card;
import be.dossierwerk.team.DivideTasks;
import be.dossierwerk.team.DivideTasks.Move;
import be.dossierwerk.team.DivideTasks.Outcome;
import be.dossierwerk.team.ProposeDivision;
import be.dossierwerk.team.ShowTeam;
import be.dossierwerk.team.ShowTeam.Picture;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The morning of a team leader. The group stands in the address; tasks are given to others by dragging or with the keyboard. */
@Route(TeamView.PATH)
@Menu(title = "menu.team", order = 13)
@RolesAllowed({Roles.TEAM_LEAD, Roles.HEAD, Roles.MANAGER, Roles.AUDITOR})
@StyleSheet("context://inbox.css")
@StyleSheet("context://team.css")
class TeamView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "ploeg";

    private static final int FIRST_CARDS = 8;
    private static final int MANY_CARDS = 200;

    private final transient ShowTeam showTeam;
    private final transient DivideTasks divideTasks;
    private final transient ProposeDivision proposeDivision;
    private final transient OpenWork openWork;
    private final transient WhoCan whoCan;

    private final ComboBox<String> group = new ComboBox<>();
    private final AnswerBar answer = new AnswerBar();
    private final Div body = new Div();
    private final Span counted = new Span();
    private final Div bar = new Div();
    /** Always in sight: what came of it, and what is chosen. */
    private final Div foot = new Div(answer, bar);

    private final transient Map<String, Card> chosen = new LinkedHashMap<>();
    private final transient Map<String, TaskCard> shown = new HashMap<>();
    /** Of whoever got a task, by id. */
    private final transient Map<String, String> names = new HashMap<>();
    private transient Picture picture;
    private int cards = FIRST_CARDS;
    private boolean reading;

    TeamView(ShowTeam showTeam, DivideTasks divideTasks, ProposeDivision proposeDivision, OpenWork openWork, WhoCan whoCan) {
        this.showTeam = showTeam;
        this.divideTasks = divideTasks;
        this.proposeDivision = proposeDivision;
        this.openWork = openWork;
        this.whoCan = whoCan;
        addClassNames("dw-page", "dw-team");
        group.setLabel(text("group"));
        group.setItemLabelGenerator(Roles::name);
        group.addValueChangeListener(change -> {
            if (!reading && change.getValue() != null) {
                UI.getCurrent().navigate(new Location(PATH, QueryParameters.of("groep", change.getValue())).getPathWithQueryParameters());
            }
        });
        add(new H1(getPageTitle()), new Paragraph(text("explanation")), group, body, foot);
        makeBar();
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        chosen.clear();
        answer.clear();
        cards = FIRST_CARDS;
        draw(event.getLocation().getQueryParameters().getSingleParameter("groep").filter(Roles.names()::containsKey).orElse(Roles.HANDLER));
    }

    private void draw(String wanted) {
        picture = showTeam.of(wanted, cards);
        reading = true;
        group.setItems(picture.groups());
        group.setValue(picture.groups().contains(wanted) ? wanted : null);
        reading = false;
        shown.clear();
        body.removeAll();
        if (picture.people().isEmpty()) {
            body.add(new Paragraph(text("nobody")));
        }
        drawBoard();
        TeamTables tables = new TeamTables(this, picture);
        body.add(new H2(text("ending")), tables.ending(), new H2(text("signing")), tables.signing(), new H2(text("absent")), tables.ofAbsent());
        if (picture.mayDivide() && !picture.ofAbsent().isEmpty()) {
            body.add(new Button(text("propose"), click -> propose()));
        }
        showBar();
    }

    private void drawBoard() {
        Div board = new Div();
        board.addClassName("dw-team-board");
        board.add(PersonRow.free(text("free"), picture.weeks(), picture.free(), picture.freeCards(), this::card));
        for (ShowTeam.Person person : picture.people()) {
            PersonRow row = PersonRow.of(person, picture.weeks(), this::card);
            board.add(picture.mayDivide() ? row.taking(card -> dropped(card, person.person())) : row);
        }
        body.add(new H2(text("board", Roles.name(picture.group()))));
        if (picture.mayDivide()) {
            body.add(new Paragraph(text("how")));
        }
        body.add(board);
        boolean more = picture.free().untilNextSunday() > picture.freeCards().size()
                || picture.people().stream().anyMatch(one -> one.work().load().untilNextSunday() > one.cards().size());
        if (more && cards < MANY_CARDS) {
            body.add(new Button(text("show-more"), click -> {
                cards = MANY_CARDS;
                draw(picture.group());
            }));
        }
    }

    private TaskCard card(Card card) {
        TaskCard made = new TaskCard(card, picture.chances().get(card.dossier()), picture.weeks().today());
        shown.put(card.taskId(), made);
        return picture.mayDivide() ? made.choosable(chosen.containsKey(card.taskId()), this::choose) : made;
    }

    private void makeBar() {
        counted.getElement().setAttribute("role", "status");
        Button give = new Button(text("give"), click -> ask(chosen.values(), null));
        give.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button none = new Button(text("choose-none"), click -> List.copyOf(chosen.keySet()).forEach(id -> shown.get(id).release()));
        bar.addClassName("dw-team-bar");
        bar.add(counted, none, give);
        foot.addClassName("dw-team-foot");
    }

    private void choose(Card card, boolean now) {
        if (now) {
            chosen.put(card.taskId(), card);
        } else {
            chosen.remove(card.taskId());
        }
        showBar();
    }

    private void showBar() {
        chosen.keySet().retainAll(shown.keySet());
        bar.setVisible(!chosen.isEmpty());
        counted.setText(text(chosen.size() == 1 ? "chosen-one" : "chosen", chosen.size()));
    }

    /** What was chosen goes along with the card that was dragged, if it is one of the chosen. */
    private void dropped(Card card, Actor on) {
        Collection<Card> tasks = chosen.containsKey(card.taskId()) ? List.copyOf(chosen.values()) : List.of(card);
        List<Card> moving = tasks.stream().filter(one -> !on.id().equals(one.holder())).toList();
        if (moving.stream().anyMatch(one -> one.holder() != null)) {
            ask(moving, on);
        } else if (!moving.isEmpty()) {
            give(moving, on, null);
        }
    }

    /** {@code preferred}: on whom they were dropped, null when nobody was named yet. */
    private void ask(Collection<Card> tasks, Actor preferred) {
        List<Card> asked = List.copyOf(tasks);
        List<OpenWork.Row> rows = openWork.find(asked.stream().map(Card::taskId).toList());
        if (rows.isEmpty()) {
            Answers.refused(this, new Refused("inbox.task-gone"));
            draw(picture.group());
            return;
        }
        new HandOverDialog(rows, whoCan.of(rows), preferred == null ? null : preferred.id(), asked.stream().anyMatch(one -> one.holder() != null))
                .ask((person, reason) -> give(asked, person, reason));
    }

    private void give(Collection<Card> tasks, Actor to, String reason) {
        names.put(to.id(), to.name());
        divide(tasks.stream().filter(card -> !to.id().equals(card.holder())).map(card -> new Move(card.taskId(), card.holder(), to.id())).toList(), reason);
    }

    private void propose() {
        List<ProposeDivision.Proposal> proposals = proposeDivision.propose(picture.ofAbsent().stream().map(Card::taskId).toList());
        proposals.forEach(proposal -> proposal.to().ifPresent(person -> names.put(person.id(), person.name())));
        new ProposalDialog(proposals).ask(this::divide);
    }

    private void divide(List<Move> moves, String reason) {
        Outcome outcome = divideTasks.divide(moves, reason);
        chosen.clear();
        draw(picture.group());
        answer.tell(outcome.refusals(), done(outcome), outcome.done().isEmpty() ? null : () -> undo(outcome));
        focus(moves);
    }

    private void undo(Outcome done) {
        Outcome outcome = divideTasks.divide(done.undo(), DivideTasks.TAKEN_BACK);
        draw(picture.group());
        answer.tell(outcome.refusals(), outcome.done().isEmpty() ? List.of() : List.of(text(outcome.done().size() == 1 ? "undone-one" : "undone", outcome.done().size())), null);
        focus(done.done());
    }

    /** For each person how many tasks came. */
    private List<String> done(Outcome outcome) {
        Map<String, Long> byPerson = outcome.done().stream().collect(Collectors.groupingBy(Move::to, LinkedHashMap::new, Collectors.counting()));
        return byPerson.entrySet().stream().map(each -> text(each.getValue() == 1 ? "given-one" : "given", each.getValue(), names.get(each.getKey()))).toList();
    }

    /** On the task that moved, where it stands now; otherwise on what was said. */
    private void focus(List<Move> moves) {
        moves.stream().map(move -> shown.get(move.taskId())).filter(Objects::nonNull).findFirst().ifPresentOrElse(TaskCard::focus, answer::focus);
    }

    private String text(String key, Object... args) {
        return getTranslation("team.screen." + key, args);
    }
}
