package be.dossierwerk.replay.ui;

import be.dossierwerk.deadline.FilePause;
import be.dossierwerk.deadline.TermsAsKnown.Known;
import be.dossierwerk.replay.DossierAsOf.BelievedTerm;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The terms as bars from their start to their last day, pauses shaded, with a line at the day that is looked at. The thin bar below says what is known now.
 * The words above each bar say the same, so the drawing itself is not read out.
 */
class LegalClock extends Div {

    private final FactWords words;
    private final LocalDate day;
    private final LocalDate first;
    private final long days;

    LegalClock(FactWords words, List<BelievedTerm> terms, LocalDate day, LocalDate begins) {
        this.words = words;
        this.day = day;
        addClassName("dw-life-clock");
        LocalDate last = Stream.concat(Stream.of(day), terms.stream().flatMap(term -> Stream.of(end(term.then()), end(term.now())))).max(Comparator.naturalOrder()).orElseThrow();
        first = Stream.concat(Stream.of(begins), terms.stream().map(term -> term.then().startedOn())).min(Comparator.naturalOrder()).orElseThrow();
        days = Math.max(1, ChronoUnit.DAYS.between(first, last.plusDays(1)));
        if (terms.isEmpty()) {
            add(new Paragraph(getTranslation("replay.clock.none")));
            return;
        }
        UnorderedList list = new UnorderedList();
        terms.stream().sorted(Comparator.comparing((BelievedTerm term) -> term.then().stoppedOn() != null).thenComparing(term -> term.then().startedOn()))
                .forEach(term -> list.add(item(term)));
        Div ends = new Div(new Span(words.day(first)), new Span(words.day(last)));
        ends.addClassName("dw-clock-ends");
        add(list, ends);
    }

    private ListItem item(BelievedTerm term) {
        Span name = new Span(term.then().name());
        name.addClassName("dw-clock-name");
        Div rail = new Div(bar("dw-clock-then", term.then().startedOn(), end(term.then())));
        rail.addClassName("dw-clock-rail");
        rail.getElement().setAttribute("aria-hidden", "true");
        for (FilePause pause : term.then().pauses()) {
            LocalDate until = pause.closed() != null ? pause.closed() : day;
            if (until.isAfter(pause.opened()) && !until.isBefore(term.then().startedOn())) {
                LocalDate from = pause.opened().isBefore(term.then().startedOn()) ? term.then().startedOn() : pause.opened();
                rail.add(bar("dw-clock-pause", from, until.isAfter(end(term.then())) ? end(term.then()) : until));
            }
        }
        if (differs(term)) {
            rail.add(bar("dw-clock-now", term.now().startedOn(), end(term.now())));
        }
        Div line = new Div();
        line.addClassName("dw-clock-line");
        line.getStyle().set("left", percent(day));
        rail.add(line);
        return new ListItem(name, new Span(said(term)), rail);
    }

    private String said(BelievedTerm term) {
        Known then = term.then();
        Known now = term.now();
        String believed = then.stoppedOn() != null ? getTranslation("replay.clock.stopped", words.day(then.stoppedOn()))
                : then.due() == null ? getTranslation("replay.clock.paused", then.pauses().stream().filter(pause -> pause.closed() == null).map(pause -> words.day(pause.opened())).findFirst().orElse("?"))
                : getTranslation("replay.clock.due", words.day(then.due()));
        if (!differs(term)) {
            return believed;
        }
        List<FilePause> later = now.pauses().stream().filter(pause -> !then.pauses().contains(pause)).toList();
        String known = now.stoppedOn() != null ? getTranslation("replay.clock.now-stopped", words.day(now.stoppedOn()))
                : now.due() == null ? getTranslation("replay.clock.now-open") : getTranslation("replay.clock.now-due", words.day(now.due()));
        String why = later.isEmpty() ? "" : " " + getTranslation("replay.clock.now-paused", String.join("; ", later.stream().map(pause -> pause.closed() == null
                ? getTranslation("replay.clock.since", words.day(pause.opened())) : getTranslation("replay.clock.between", words.day(pause.opened()), words.day(pause.closed()))).toList()));
        return believed + " " + known + why;
    }

    private static boolean differs(BelievedTerm term) {
        return !java.util.Objects.equals(term.then().due(), term.now().due()) || !java.util.Objects.equals(term.then().stoppedOn(), term.now().stoppedOn());
    }

    /** Until where the bar goes: while a pause keeps the end unknown, until the day that is looked at. */
    private LocalDate end(Known term) {
        LocalDate end = term.stoppedOn() != null ? term.stoppedOn() : term.due() != null ? term.due() : day;
        return end.isBefore(term.startedOn()) ? term.startedOn() : end;
    }

    private Component bar(String look, LocalDate from, LocalDate to) {
        Div bar = new Div();
        bar.addClassName(look);
        bar.getStyle().set("left", percent(from)).set("width", String.format(Locale.ROOT, "max(2px, %.2f%%)", 100.0 * ChronoUnit.DAYS.between(from, to) / days));
        return bar;
    }

    private String percent(LocalDate at) {
        return String.format(Locale.ROOT, "%.2f%%", 100.0 * Math.max(0, ChronoUnit.DAYS.between(first, at)) / days);
    }
}
