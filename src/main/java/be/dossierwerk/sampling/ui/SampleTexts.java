package be.dossierwerk.sampling.ui;

import be.dossierwerk.dossier.Words;
import be.dossierwerk.sampling.Criteria;
import be.dossierwerk.sampling.Samples.Sample;
import be.dossierwerk.sampling.Wilson;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.MovableClock;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How samples are told: moments, shares, and which dossiers could be drawn. */
final class SampleTexts {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H.mm");

    private SampleTexts() { }

    static String of(Component on, String key, Object... args) {
        return on.getTranslation("sampling.screen." + key, args);
    }

    static String moment(Component on, Instant instant, Locale locale) {
        ZonedDateTime at = instant.atZone(MovableClock.BRUSSELS);
        return of(on, "moment", Dates.prose(at.toLocalDate(), locale), TIME.format(at));
    }

    static String method(Component on, Sample sample) {
        return of(on, "method." + sample.method());
    }

    /** One sentence of what could be drawn from. */
    static String criteria(Component on, Criteria criteria) {
        List<String> parts = new ArrayList<>();
        if (criteria.procedure() != null) {
            parts.add(Words.of(on, "dossier.procedure.", criteria.procedure()));
        }
        if (criteria.from() != null || criteria.to() != null || criteria.moment() != Criteria.Moment.ONTVANGEN) {
            String moment = of(on, "moment." + criteria.moment());
            parts.add(criteria.from() == null && criteria.to() == null ? moment : criteria.to() == null ? of(on, "since", moment, Dates.table(criteria.from()))
                    : criteria.from() == null ? of(on, "until", moment, Dates.table(criteria.to())) : of(on, "between", moment, Dates.table(criteria.from()), Dates.table(criteria.to())));
        }
        if (criteria.outcome() != null) {
            parts.add(of(on, "with-outcome", Words.of(on, "dossier.outcome.", criteria.outcome())));
        }
        if (criteria.amountFrom() != null) {
            parts.add(of(on, "amount-at-least", Euros.prose(criteria.amountFrom())));
        }
        if (criteria.amountTo() != null) {
            parts.add(of(on, "amount-at-most", Euros.prose(criteria.amountTo())));
        }
        if (criteria.paused() != null) {
            parts.add(of(on, criteria.paused() ? "paused" : "not-paused"));
        }
        if (criteria.late() != null) {
            parts.add(of(on, criteria.late() ? "late" : "not-late"));
        }
        return parts.isEmpty() ? of(on, "criteria-none") : String.join(", ", parts);
    }

    static String share(Component on, Wilson interval) {
        return interval == null ? of(on, "share-none") : of(on, "share", percent(interval.share()), percent(interval.low()), percent(interval.high()));
    }

    private static String percent(double share) {
        return Math.round(share * 100) + "\u00a0%";
    }

    static Paragraph note(String text) {
        Paragraph note = new Paragraph(text);
        note.addClassName("dw-sampling-note");
        return note;
    }
}
