package be.dossierwerk.simulation.ui;

import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.simulation.Outcome;
import be.dossierwerk.simulation.Outcome.Range;
import be.dossierwerk.simulation.SimulationRuns.Run;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What a simulation found: sentences first, then figures beside what really happened, then what it rests on. */
class SimulationResult extends Div {

    private static final double SHOWN_DAYS = 0.05;

    private final transient Outcome outcome;
    private final boolean ofChange;

    /** @param asked what was asked, in words */
    SimulationResult(Run run, boolean ofChange, String asked) {
        this.outcome = run.outcome();
        this.ofChange = ofChange;
        addClassName("dw-simulation-result");
        add(heading(text("result"), ofChange), new Paragraph(asked));
        sentences();
        add(new Paragraph(text("about", Dates.prose(outcome.from(), getLocale()), Dates.prose(outcome.to(), getLocale()), outcome.dossiers(), outcome.repetitions(),
                Long.toString(outcome.seed()))));
        norms();
        steps();
        groups();
        UnorderedList said = new UnorderedList();
        outcome.assumptions().forEach(each -> said.add(new ListItem(sentence(each))));
        Details details = new Details(text("rests-on", outcome.assumptions().size()), said);
        details.addClassName("dw-simulation-said");
        add(details);
    }

    /** What makes the numbers doubtful comes before the numbers. */
    private void sentences() {
        Outcome.Norm main = outcome.main();
        if (!outcome.enough()) {
            warn(text("too-little", outcome.finished(), main == null ? 0 : main.realOf()));
        } else if (!outcome.faithful()) {
            warn(error("error-large", main));
        }
        if (outcome.endless() > 0) {
            warn(text("endless", outcome.endless()));
        }
        if (outcome.unfinished() > 0) {
            warn(text("unfinished", outcome.unfinished()));
        }
        if (main == null || main.then() == null) {
            warn(text("no-norm"));
        } else if (outcome.enough()) {
            headline(main);
        }
        if ((outcome.faithful() || !outcome.enough()) && main != null && main.error() != null) {
            add(new Paragraph(error("error", main)));
        }
    }

    private void headline(Outcome.Norm main) {
        String key = !outcome.faithful() ? "headline-unsure" : ofChange ? "headline" : "headline-what-if";
        Paragraph headline = new Paragraph(text(key, span(main.then()), length(main), span(main.now())));
        headline.addClassName(outcome.faithful() ? "dw-simulation-headline" : "dw-simulation-unsure");
        Range points = main.difference();
        add(headline, new Paragraph(points == null || !points.certain() ? text("no-difference") : points.low() > 0
                ? text("better", span(points)) : text("worse", span(new Range(-points.high(), -points.middle(), -points.low())))));
    }

    private String error(String key, Outcome.Norm main) {
        return text(key, hundred(main.real()), main.realOf(), span(main.now()), Math.abs(Math.round(main.error())));
    }

    /** One level lower where a page of a change has its own above it. */
    static Component heading(String words, boolean ofChange) {
        return ofChange ? new H3(words) : new H2(words);
    }

    private void warn(String words) {
        Paragraph warning = new Paragraph(words);
        warning.addClassName("dw-simulation-warning");
        add(warning);
    }

    private void norms() {
        if (outcome.norms().isEmpty()) {
            return;
        }
        add(heading(text("norms"), ofChange));
        add(new RangeBars(getTranslation("simulation.bars.title", outcome.main().name()), bars(outcome.main())));
        CardTable table = new CardTable(text("norms"), List.of(text("norm"), text("real"), text("now"), then(), text("difference")));
        outcome.norms().forEach(norm -> table.row(text("norm-name", norm.name(), length(norm)), norm.real() == null ? text("unknown") : text("real-of", hundred(norm.real()), norm.realOf()),
                shares(norm.now()), shares(norm.then()), points(norm.difference())));
        add(table);
    }

    private List<RangeBars.Bar> bars(Outcome.Norm norm) {
        List<RangeBars.Bar> bars = new ArrayList<>();
        if (norm.real() != null) {
            bars.add(new RangeBars.Bar(text("real"), new Range(norm.real(), norm.real(), norm.real()), text("real-of", hundred(norm.real()), norm.realOf())));
        }
        if (norm.now() != null) {
            bars.add(new RangeBars.Bar(text("now"), norm.now(), shares(norm.now())));
        }
        if (norm.then() != null) {
            bars.add(new RangeBars.Bar(then(), norm.then(), shares(norm.then())));
        }
        return bars;
    }

    private void steps() {
        add(heading(text("waiting"), ofChange), new Paragraph(text("waiting-words")));
        CardTable table = new CardTable(text("waiting"), List.of(text("step"), text("real"), text("now"), then(), text("ninety"), text("difference")));
        outcome.steps().stream().sorted(Comparator.comparingDouble(SimulationResult::moved)).forEach(step -> table.row(step.name(),
                step.real() == null ? text("unknown") : text("days", decimal(step.real())), days(step.now()), days(step.then()),
                step.ninetyThen() == null ? text("unknown") : text("days", decimal(step.ninetyThen().middle())), difference(step.difference())));
        add(table);
    }

    /** Steps that come or go first, then those whose waiting moves most; as many decimals as are shown. */
    private static double moved(Outcome.Step step) {
        return step.difference() == null ? Double.NEGATIVE_INFINITY : step.difference().certain() ? -Math.round(10 * Math.abs(step.difference().middle())) : 0;
    }

    private void groups() {
        if (outcome.groups().isEmpty()) {
            return;
        }
        add(heading(text("work"), ofChange), new Paragraph(text("work-words")));
        CardTable table = new CardTable(text("work"), List.of(text("group"), text("hours-now"), text("hours-then"), text("busy-now"), text("busy-then")));
        outcome.groups().forEach(group -> table.row(Roles.name(group.group()), hours(group.hoursNow()), hours(group.hoursThen()), percent(group.busyNow()), percent(group.busyThen())));
        add(table);
    }

    private String sentence(Outcome.Said said) {
        return getTranslation("simulation.said." + said.key(), said.args().stream().map(this::words).toArray());
    }

    private Object words(String argument) {
        if (!argument.startsWith("days:")) {
            return argument;
        }
        int mask = Integer.parseInt(argument.substring("days:".length()));
        List<String> days = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if ((mask & 1 << day.ordinal()) != 0) {
                days.add(day.getDisplayName(TextStyle.FULL, getLocale().getLanguage().equals("en") ? Locale.ENGLISH : Locale.forLanguageTag("nl-BE")));
            }
        }
        return days.size() < 2 ? String.join("", days) : String.join(", ", days.subList(0, days.size() - 1)) + " " + text("and") + " " + days.get(days.size() - 1);
    }

    private String then() {
        return text(ofChange ? "then" : "then-what-if");
    }

    private String length(Outcome.Norm norm) {
        return getTranslation("simulation.unit." + norm.unit(), norm.amount());
    }

    private String shares(Range range) {
        return range == null ? text("unknown") : text("of-hundred", span(range));
    }

    /** Shares of a hundred; one number when both ends are the same. */
    private String span(Range range) {
        return span(Long.toString(hundred(range.low())), Long.toString(hundred(range.high())));
    }

    private String span(String low, String high) {
        return low.equals(high) ? low : text("span", low, high);
    }

    private String points(Range range) {
        return range == null ? text("unknown") : range.low() == 0 && range.high() == 0 ? text("none-at-all") : !range.certain() ? text("too-small")
                : span(signed(100 * range.low()), signed(100 * range.high()));
    }

    private String days(Range range) {
        String low = range == null ? null : decimal(range.low());
        String high = range == null ? null : decimal(range.high());
        return range == null ? text("absent") : low.equals(high) ? text("days", low) : text("days-range", decimal(range.middle()), low, high);
    }

    private String difference(Range range) {
        if (range == null) {
            return text("unknown");
        }
        boolean nothing = Math.abs(range.middle()) < SHOWN_DAYS;
        return nothing && (range.certain() || range.high() - range.low() < SHOWN_DAYS) ? text("none-at-all") : !range.certain() ? text("too-small")
                : text("days-difference", (range.middle() > 0 ? "+" : "\u2212") + decimal(Math.abs(range.middle())));
    }

    private String hours(Range range) {
        return range == null ? text("absent") : text("hours", Math.round(range.middle()));
    }

    private String percent(Range range) {
        return range == null ? text("absent") : text("percent", Math.round(100 * range.middle()));
    }

    private static String signed(double value) {
        long whole = Math.round(Math.abs(value));
        return whole == 0 ? "0" : (value > 0 ? "+" : "\u2212") + whole;
    }

    private static long hundred(double share) {
        return Math.round(100 * share);
    }

    private String decimal(double value) {
        return String.format(getLocale().getLanguage().equals("en") ? Locale.ENGLISH : Locale.forLanguageTag("nl-BE"), "%.1f", value);
    }

    private String text(String key, Object... args) {
        return getTranslation("simulation.result." + key, args);
    }
}
