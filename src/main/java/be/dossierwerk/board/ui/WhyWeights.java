package be.dossierwerk.board.ui;

import be.dossierwerk.board.ExplainChange.Explanation;
import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.board.ShowBoard.Result;
import be.dossierwerk.board.ShowNorm.Wanted;
import be.dossierwerk.board.WhatWeighs;
import be.dossierwerk.board.WhatWeighs.Weight;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.time.YearMonth;
import java.util.List;

/** What keeps the result of one period away from the other: each with what the result would have been without it. */
class WhyWeights extends Div {

    private final transient WhatWeighs weighs;
    private final transient AskedPeriods asked;
    private final transient NormQuestion question;
    private final transient WhyWords why;

    WhyWeights(Explanation explanation, boolean now, NormQuestion question, BoardWords words, WhyWords why) {
        this.why = why;
        weighs = now ? explanation.weighsNow() : explanation.weighsBefore();
        Period period = now ? explanation.period() : explanation.other();
        asked = new AskedPeriods(period, now ? explanation.other() : explanation.period());
        this.question = question.with(asked);
        Result result = now ? explanation.now().result() : explanation.before().result();
        int decimals = explanation.now().decimals();
        String title = text("weights-in", words.period(period), words.result(result, decimals));
        CardTable table = new CardTable(title, List.of(text("what"), text("dossiers"), text("missed"), text("without"), text("difference")));
        weighs.weights().forEach(weight -> table.row(what(weight), CardTable.text(String.valueOf(weight.dossiers())), CardTable.text(String.valueOf(weight.missed())),
                CardTable.text(words.percent(weight.without().percent(decimals))), CardTable.text(words.points(weight.points().rounded(1)))));
        add(new H3(title), table);
    }

    boolean any() {
        return !weighs.weights().isEmpty();
    }

    /** The name of what weighs, which leads to its dossiers. */
    private Component what(Weight weight) {
        String name = why.name(weight);
        return switch (weight.sort()) {
            case DOSSIER -> new PageLink(VerdictView.address(question, weight.name()), name);
            case GROUP_FILE -> new PageLink(question.group(weight.name()).address(), name);
            case KIND -> new PageLink(question.with(new Wanted(null, weight.name(), null, null, null)).address(), name);
            case CHANNEL -> new PageLink(question.with(new Wanted(null, null, weight.name(), null, null)).address(), name);
            case MONTH -> new PageLink(question.with(new AskedPeriods(Period.month(YearMonth.parse(weight.name())), asked.other())).address(), name);
            case UNDERTAKING -> CardTable.text(name);
        };
    }

    private String text(String key, Object... args) {
        return getTranslation("board.why." + key, args);
    }
}
