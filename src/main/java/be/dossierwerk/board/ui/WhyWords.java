package be.dossierwerk.board.ui;

import be.dossierwerk.board.ChangeOfNorm;
import be.dossierwerk.board.ChangeOfNorm.Part;
import be.dossierwerk.board.ExplainChange.Explanation;
import be.dossierwerk.board.Fraction;
import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.board.StepTimes;
import be.dossierwerk.board.WhatWeighs;
import be.dossierwerk.board.WhatWeighs.Weight;
import be.dossierwerk.shared.EnterpriseNumber;
import com.vaadin.flow.component.Component;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An explanation in sentences that somebody can read aloud. */
record WhyWords(Component on, BoardWords words, Explanation explanation) {

    List<String> sentences(ChangeOfNorm change) {
        List<String> sentences = new ArrayList<>();
        sentences.add(result(change));
        if (change.points().total().signum() != 0) {
            Optional<String> single = single(change, explanation.weighsNow(), explanation.period()).or(() -> single(change, explanation.weighsBefore(), explanation.other()));
            sentences.add(single.orElseGet(() -> text("nothing-single")));
            largest(change).ifPresent(sentences::add);
        }
        step().ifPresent(sentences::add);
        decisiveStep().ifPresent(sentences::add);
        return sentences;
    }

    /** "In 2020 haalde 86 % van de dossiers de norm, tegenover 100 % in 2019: 14 procentpunt minder." */
    private String result(ChangeOfNorm change) {
        int decimals = explanation.now().decimals();
        BigDecimal points = change.points().total().rounded(decimals);
        return text("result." + (points.signum() < 0 ? "less" : points.signum() > 0 ? "more" : "same"), in(explanation.period()), words.percent(explanation.now().result().percent(decimals)),
                in(explanation.other()), words.percent(explanation.before().result().percent(decimals)), words.decimal(points.abs()));
    }

    /** One thing without which half of the change or more would not be there. */
    private Optional<String> single(ChangeOfNorm change, WhatWeighs weighs, Period period) {
        int decimals = explanation.now().decimals();
        Fraction half = new Fraction(change.points().total().over().abs(), change.points().total().under().shiftLeft(1));
        boolean now = period.equals(explanation.period());
        BigDecimal was = (now ? explanation.now() : explanation.before()).result().percent(decimals);
        return weighs.weights().stream().filter(Weight::single).filter(weight -> new Fraction(weight.points().over().abs(), weight.points().under()).compareTo(half) >= 0).findFirst()
                .map(weight -> text(weight.dossiers() == 1 ? "without-one" : "without-many", name(weight), weight.dossiers(), words.percent(weight.without().percent(decimals)), words.percent(was),
                        in(period)));
    }

    private Optional<String> largest(ChangeOfNorm change) {
        int direction = change.points().total().signum();
        var printed = change.points().printed(explanation.now().decimals());
        return printed.entrySet().stream().filter(part -> part.getValue().signum() == direction).max(Comparator.comparing(part -> part.getValue().abs()))
                .map(part -> text("largest." + part.getKey(), words.points(part.getValue())));
    }

    /** Nothing to say of a norm with one step. */
    private Optional<String> step() {
        return explanation.steps().lines().size() < 2 ? Optional.empty() : explanation.steps().lines().stream().max(Comparator.comparing(line -> line.longer().rounded(6).abs()))
                .filter(line -> line.longer().rounded(1).signum() != 0)
                .map(line -> text(line.longer().signum() > 0 ? "step-longer" : "step-shorter", words.event(line.from()), words.event(line.to()), time(line.longer())));
    }

    /** The step that kept many more or many fewer dossiers from the norm than before; both periods know it. */
    private Optional<String> decisiveStep() {
        return known().max(Comparator.comparingLong(line -> Math.abs(line.now().decisive() - line.before().decisive()))).filter(line -> line.now().decisive() != line.before().decisive())
                .map(line -> text("step-decisive", words.event(line.from()), words.event(line.to()), line.now().decisive(), in(explanation.period()), line.before().decisive(),
                        in(explanation.other())));
    }

    /** Often the signature. */
    Optional<String> lastStep() {
        return known().reduce((earlier, later) -> later).map(line -> text("last-step", words.event(line.from()), words.event(line.to()), time(line.now().own()), time(line.before().own()),
                line.now().decisive(), line.before().decisive()));
    }

    private Stream<StepTimes.Line> known() {
        return explanation.steps().lines().size() < 2 ? Stream.empty() : explanation.steps().lines().stream().filter(line -> line.now() != null && line.before() != null);
    }

    private String time(Fraction time) {
        return text(explanation.hours() ? "hours" : "days", words.decimal(time.rounded(1).abs()));
    }

    /** "groepsdossier OFDC-2020-G01", "juli 2020". */
    String name(Weight weight) {
        return switch (weight.sort()) {
            case DOSSIER, GROUP_FILE -> text("sort." + weight.sort(), weight.name());
            case UNDERTAKING -> text("sort.UNDERTAKING", EnterpriseNumber.format(weight.name()));
            case MONTH -> words.period(Period.month(YearMonth.parse(weight.name())));
            case KIND -> text("sort.KIND", words.kind(weight.name()));
            case CHANNEL -> text("sort.CHANNEL", words.channel(weight.name()));
        };
    }

    /** "2020", or "de periode 01/03/2020 tot en met 14/05/2020". */
    private String in(Period period) {
        return period.span() == Period.Span.DAYS ? text("in-days", words.period(period)) : words.period(period);
    }

    private String text(String key, Object... args) {
        return on.getTranslation("board.why." + key, args);
    }
}
