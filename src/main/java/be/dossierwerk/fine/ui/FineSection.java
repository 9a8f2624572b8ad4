package be.dossierwerk.fine.ui;

import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.DossierSection;
import be.dossierwerk.fine.Fine;
import be.dossierwerk.fine.FineEntry;
import be.dossierwerk.fine.FineModel;
import be.dossierwerk.fine.Fines;
import be.dossierwerk.infringement.InfringementFile;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.DaysLeft;
import be.dossierwerk.shared.ui.InstalmentsPanel;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fine: until when it can be imposed, what it is about, what was decided, and what is paid. */
@org.springframework.stereotype.Component
class FineSection implements DossierSection {

    private final CurrentActor currentActor;
    private final Fines fines;
    private final InfringementFile infringements;
    private final Terms terms;
    private final Clock clock;

    FineSection(Fines fines, InfringementFile infringements, Terms terms, Clock clock, CurrentActor currentActor) {
        this.currentActor = currentActor;
        this.fines = fines;
        this.infringements = infringements;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 9;
    }

    @Override
    public String title() {
        return "fine.section.title";
    }

    @Override
    public boolean shows(String dossier) {
        return FinesView.READERS.stream().anyMatch(currentActor.get()::has) && fines.has(dossier);
    }

    @Override
    public Component of(String dossier) {
        Panel section = new Panel();
        Locale locale = UI.getCurrent().getLocale();
        fines.find(dossier).ifPresent(fine -> {
            section.add(lastDay(section, fine, locale), facts(section, fine, locale));
            if (!fine.entries().isEmpty()) {
                section.add(new H3(text(section, "money")), new Paragraph(fine.overpaid().signum() > 0
                        ? text(section, "overpaid", Euros.table(fine.overpaid(), locale)) : text(section, "due", Euros.table(fine.due(), locale))), entries(section, fine, locale));
                fine.planOn(LocalDate.now(clock)).ifPresent(plan -> section.add(new InstalmentsPanel(fine.plan(), plan)));
            }
        });
        return section;
    }

    /** In big letters as long as it counts. */
    private Component lastDay(Component at, Fine fine, Locale locale) {
        LocalDate running = terms.due(fine.dossier(), FineModel.IMPOSE_TERM);
        if (running == null) {
            return new Paragraph(fine.prosecutor() == null ? text(at, "last-day.unknown") : fine.prosecutor().prosecutes() ? text(at, "last-day.none")
                    : fine.imposed().map(imposed -> text(at, "last-day.imposed", Dates.prose(imposed.valuedOn(), locale), Dates.prose(fine.prosecutor().lastDay(), locale)))
                            .orElseGet(() -> text(at, "last-day.was", Dates.prose(fine.prosecutor().lastDay(), locale))));
        }
        int left = (int) ChronoUnit.DAYS.between(LocalDate.now(clock), running);
        Span day = new Span(Dates.prose(running, locale));
        day.addClassName("dw-fine-day");
        Div block = new Div(new Span(text(at, "last-day")), day, DaysLeft.linked(DaysLeft.badge(at, left, null), fine.dossier(), FineModel.IMPOSE_TERM),
                new Span(text(at, "last-day.after")));
        block.addClassName("dw-fine-last");
        return block;
    }

    private Component facts(Component at, Fine fine, Locale locale) {
        DescriptionList list = new DescriptionList();
        list.addClassName("dw-facts");
        Map<String, String> names = infringements.kinds();
        fact(list, at, "report", text(at, "report.of", fine.report().number(), Dates.prose(fine.report().on(), locale)));
        fact(list, at, "offences", fine.report().offences().stream().map(code -> code + " " + names.getOrDefault(code, "")).collect(Collectors.joining("; ")));
        fact(list, at, "facts", fine.report().facts());
        if (fine.report().fromDossier() != null) {
            Anchor from = new PageLink("dossier/" + fine.report().fromDossier(), fine.report().fromDossier());
            list.add(new DescriptionList.Term(text(at, "from")), new DescriptionList.Description(from));
        }
        fact(list, at, "prosecutor", fine.prosecutor() == null ? text(at, "prosecutor.unknown")
                : text(at, fine.prosecutor().prosecutes() ? "prosecutor.yes" : "prosecutor.no", Dates.prose(fine.prosecutor().on(), locale)));
        if (fine.opportunity() != null) {
            fact(list, at, "opportunity", text(at, fine.opportunity().opportune() ? "opportunity.yes" : "opportunity.no") + " " + fine.opportunity().because());
        }
        if (fine.proposal() != null) {
            fact(list, at, "amount", text(at, "amount.of", Euros.table(fine.proposal().amount(), locale), fine.proposal().level().replaceFirst("NIVEAU_", ""),
                    fine.proposal().workers()));
            fact(list, at, "because", fine.proposal().because());
        }
        if (fine.appeal() != null) {
            fact(list, at, "appeal", Stream.of(text(at, "court.filed", Dates.prose(fine.appeal().filedOn(), locale)),
                    fine.appeal().roleNumber() == null ? null : text(at, "court.role", fine.appeal().roleNumber()),
                    fine.appeal().ruling() == null ? text(at, "court.waiting") : text(at, "ruling." + fine.appeal().ruling(), Dates.prose(fine.appeal().ruledOn(), locale)),
                    fine.appeal().because()).filter(Objects::nonNull).collect(Collectors.joining(" ")));
        }
        return list;
    }

    private static Component entries(Component at, Fine fine, Locale locale) {
        CardTable table = new CardTable(text(at, "money"), Stream.of("date", "entry", "amount", "why", "recorded").map(column -> text(at, "column." + column)).toList());
        for (FineEntry entry : fine.entries()) {
            String what = at.getTranslation("fine.entry." + entry.kind());
            int sign = entry.kind() == FineEntry.Kind.TEGENGEBOEKT ? -1 : entry.kind().sign();
            table.row(Dates.table(entry.valuedOn()), fine.isCountered(entry) ? text(at, "undone", what) : what,
                    (sign > 0 ? "+ " : "− ") + Euros.table(entry.amount(), locale),
                    Stream.of(entry.reference(), entry.reason()).filter(Objects::nonNull).collect(Collectors.joining(". ")), entry.recordedByName());
        }
        return table;
    }

    private static void fact(DescriptionList list, Component at, String key, String value) {
        list.add(new DescriptionList.Term(text(at, key)), new DescriptionList.Description(value));
    }

    private static String text(Component at, String key, Object... args) {
        return at.getTranslation("fine.section." + key, args);
    }

    /** Brings its looks along. */
    @StyleSheet("context://fine.css")
    private static final class Panel extends Div { }
}
