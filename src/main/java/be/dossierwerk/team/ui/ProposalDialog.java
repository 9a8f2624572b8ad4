package be.dossierwerk.team.ui;

import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.ActDialog;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.DaysLeft;
import be.dossierwerk.team.DivideTasks.Move;
import be.dossierwerk.team.ProposeDivision.Proposal;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Who could take the work of who is away: all of it is chosen to begin with. */
class ProposalDialog extends ActDialog {

    private final Map<Checkbox, Proposal> choices = new LinkedHashMap<>();
    private final TextArea reason = new TextArea();

    ProposalDialog(List<Proposal> proposals) {
        super("team.propose.title", "team.propose.what-happens", "team.propose.done");
        setWidth("52rem");
        CardTable table = new CardTable(getTranslation("team.propose.title"), Stream.of("task", "left", "from", "to").map(column -> getTranslation("team.propose." + column)).toList());
        proposals.forEach(proposal -> table.row(task(proposal), DaysLeft.badge(this, proposal.task().daysLeft(), proposal.task().pausedSince()),
                CardTable.text(proposal.task().assigneeName()), to(proposal)));
        show(table);
        reason.setLabel(getTranslation("team.propose.reason"));
        reason.setMaxLength(500);
        reason.setValue(getTranslation("team.propose.absent"));
        field("reason", reason);
    }

    void ask(BiConsumer<List<Move>, String> divide) {
        offer("team.propose.do", () -> {
            List<Move> moves = choices.entrySet().stream().filter(each -> each.getKey().getValue()).map(each -> each.getValue().move()).toList();
            if (moves.isEmpty()) {
                throw new Refused("team.nothing-chosen");
            }
            divide.accept(moves, reason.getValue());
        }, () -> { });
    }

    /** To choose, when there is somebody who can take it. */
    private Component task(Proposal proposal) {
        String words = getTranslation("team.propose.which", proposal.task().taskName(), proposal.task().dossier());
        if (proposal.to().isEmpty()) {
            return new Span(words);
        }
        Checkbox choice = new Checkbox(words, true);
        choices.put(choice, proposal);
        return choice;
    }

    private Component to(Proposal proposal) {
        Div cell = new Div(new Span(proposal.to().map(person -> person.name()).orElse(getTranslation("team.propose.nobody"))));
        proposal.keptOut().forEach(why -> {
            Span note = new Span(why);
            note.addClassName("dw-note");
            cell.add(note);
        });
        return cell;
    }
}
