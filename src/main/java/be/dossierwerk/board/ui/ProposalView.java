package be.dossierwerk.board.ui;

import be.dossierwerk.board.BoardWork;
import be.dossierwerk.board.DecideDefinition;
import be.dossierwerk.board.Definition;
import be.dossierwerk.board.Definitions;
import be.dossierwerk.board.Definitions.Proposal;
import be.dossierwerk.board.WeighDefinition;
import be.dossierwerk.deadline.Verdict;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.ActDialog;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What somebody proposes as the next version of a norm, what it would do, and the decision of a second person. */
@Route(ProposalView.PATH + "/:proposal([0-9]{1,9})")
@RolesAllowed({Roles.HEAD, Roles.MANAGER, Roles.TEAM_LEAD, Roles.AUDITOR})
@StyleSheet("context://board.css")
class ProposalView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = DefinitionsView.PATH + "/voorstel";

    private final transient Definitions definitions;
    private final transient WeighDefinition weighDefinition;
    private final transient DecideDefinition decideDefinition;
    private final transient BoardWork work;
    private final transient Actor actor;
    private transient CompletableFuture<?> deciding;
    private String title = "";

    ProposalView(Definitions definitions, WeighDefinition weighDefinition, DecideDefinition decideDefinition, BoardWork work, CurrentActor currentActor) {
        this.definitions = definitions;
        this.weighDefinition = weighDefinition;
        this.decideDefinition = decideDefinition;
        this.work = work;
        actor = currentActor.get();
        addClassNames("dw-page", "dw-board");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        draw(Long.parseLong(event.getRouteParameters().get("proposal").orElse("0")));
    }

    private void draw(long id) {
        removeAll();
        try {
            show(definitions.proposal(id));
        } catch (Refused refused) {
            title = text("title");
            add(new H1(title), new WrongAddress(refused));
        }
    }

    private void show(Proposal proposal) {
        BoardWords words = new BoardWords(this, getLocale());
        DefinitionWords sentences = new DefinitionWords(words);
        Definition definition = proposal.definition();
        title = definition.name();
        add(new PageLink(DefinitionsView.PATH, text("to-definitions")), new H1(title), new Paragraph(definition.measureName()),
                new Paragraph(text(proposal.version() == 1 ? "proposes-norm" : "proposes", proposal.byName(), DefinitionSection.day(proposal.at(), words), proposal.version(), proposal.reason())));
        sentences.sentences(definition).forEach(sentence -> add(new Paragraph(sentence)));
        if (proposal.version() > 1) {
            Definition before = definitions.version(definition.code(), proposal.version() - 1).definition();
            add(new H2(text("since", proposal.version() - 1)),
                    new UnorderedList(definition.since(before).stream().map(difference -> new ListItem(sentences.difference(difference))).toArray(ListItem[]::new)));
        }
        Optional.<CompletableFuture<?>>ofNullable(deciding).or(() -> work.running(what(proposal))).ifPresentOrElse(busy -> add(new Working<>(text("judging"), busy, done -> {
            deciding = null;
            draw(proposal.id());
        })), () -> rest(proposal, words));
    }

    private void rest(Proposal proposal, BoardWords words) {
        if (proposal.decision() != null) {
            add(new H2(text("decision")), new Paragraph(text("decided-" + proposal.decision(), proposal.decidedByName(), DefinitionSection.day(proposal.decidedAt(), words))));
            if (proposal.decisionReason() != null) {
                add(new Paragraph(proposal.decisionReason()));
            }
            return;
        }
        add(new H2(text("effect")));
        add(new Working<>(text("weighing"), work.begin("weeg " + proposal.id(), () -> weighDefinition.weigh(proposal.definition())),
                effect -> addComponentAtIndex(indexOfDecision(), new EffectPanel(effect, proposal.definition().decimals(), words))));
        add(decision(proposal));
    }

    /** The decision stands below what it rests on. */
    private int indexOfDecision() {
        return getComponentCount() - 1;
    }

    private Div decision(Proposal proposal) {
        if (!actor.has(Roles.HEAD) && !actor.has(Roles.MANAGER)) {
            return new Div(new Paragraph(text("waits")));
        }
        if (proposal.by().equals(actor.id())) {
            return new Div(new Paragraph(text("own")));
        }
        Button approve = new Button(text("GOEDGEKEURD"), click -> approve(proposal));
        approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div buttons = new Div(approve, new Button(text("AFGEWEZEN"), click -> reject(proposal)));
        buttons.addClassNames("dw-board-choices", "dw-board-screen");
        return buttons;
    }

    private void approve(Proposal proposal) {
        ActDialog dialog = new ActDialog("board.definition.GOEDGEKEURD", "board.definition.GOEDGEKEURD.what", "board.definition.GOEDGEKEURD.done");
        TextArea reason = dialog.field("reason", new TextArea(text("reason")));
        reason.setRequiredIndicatorVisible(false);
        dialog.offer("board.definition.GOEDGEKEURD", () -> {
            String why = Verdict.GOEDGEKEURD.checked(reason.getValue());
            deciding = work.begin(what(proposal), () -> {
                decideDefinition.decide(proposal.id(), Verdict.GOEDGEKEURD, why);
                return proposal.id();
            });
        }, () -> draw(proposal.id()));
    }

    private void reject(Proposal proposal) {
        ActDialog dialog = new ActDialog("board.definition.AFGEWEZEN", "board.definition.AFGEWEZEN.what", "board.definition.AFGEWEZEN.done");
        TextArea reason = dialog.field("reason", new TextArea(text("reason")));
        dialog.offer("board.definition.AFGEWEZEN", () -> decideDefinition.decide(proposal.id(), Verdict.AFGEWEZEN, reason.getValue()), () -> draw(proposal.id()));
    }

    private static String what(Proposal proposal) {
        return "norm " + proposal.id();
    }

    private String text(String key, Object... args) {
        return getTranslation("board.definition." + key, args);
    }
}
