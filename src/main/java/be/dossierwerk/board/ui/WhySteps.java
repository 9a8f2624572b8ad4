package be.dossierwerk.board.ui;

import be.dossierwerk.board.ExplainChange.Explanation;
import be.dossierwerk.board.Fraction;
import be.dossierwerk.board.StepTimes.Line;
import be.dossierwerk.board.StepTimes.Side;
import be.dossierwerk.shared.ui.CardTable;
import java.util.List;
import java.util.function.Function;

/** Where the time went from event to event, beside the other period. */
class WhySteps extends CardTable {

    private final transient BoardWords words;

    WhySteps(Explanation explanation, BoardWords words) {
        super(words.on().getTranslation("board.why.steps"), List.of("step", "dossiers", explanation.hours() ? "own-hours" : "own-days", "median", "paused", "longer", "decisive").stream()
                .map(key -> words.on().getTranslation("board.why.step." + key)).toList());
        this.words = words;
        for (Line line : explanation.steps().lines()) {
            row(words.on().getTranslation("board.why.step.from-to", words.event(line.from()), words.event(line.to())), both(line, side -> String.valueOf(side.dossiers())),
                    both(line, side -> decimal(side.own())), both(line, side -> decimal(side.median())), both(line, side -> decimal(side.paused())),
                    words.signedAmount(line.longer().rounded(1), false), both(line, side -> String.valueOf(side.decisive())));
        }
    }

    private String both(Line line, Function<Side, String> value) {
        return words.on().getTranslation("board.why.step.both", one(line.now(), value), one(line.before(), value));
    }

    private String one(Side side, Function<Side, String> value) {
        return side == null ? "\u2013" : value.apply(side);
    }

    private String decimal(Fraction value) {
        return words.decimal(value.rounded(1));
    }
}
