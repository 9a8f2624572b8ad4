package be.dossierwerk.infringement.ui;

import be.dossierwerk.dossier.DossierSection;
import be.dossierwerk.infringement.InfringementFile;
import be.dossierwerk.infringement.Retentions;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.ui.CardTable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What happened, the infringements with their article, what is held back, and what the table proposes. */
@org.springframework.stereotype.Component
class InfringementSection implements DossierSection {

    private final InfringementFile files;

    InfringementSection(InfringementFile files) {
        this.files = files;
    }

    @Override
    public int order() {
        return 35;
    }

    @Override
    public String title() {
        return "infringement.section.title";
    }

    @Override
    public boolean shows(String dossier) {
        return files.has(dossier);
    }

    @Override
    public Component of(String dossier) {
        Div section = new Div();
        Locale locale = UI.getCurrent().getLocale();
        files.of(dossier).ifPresent(file -> {
            Paragraph facts = new Paragraph(file.facts());
            facts.addClassName("dw-as-typed");
            section.add(summary(section, file, locale), new H3(text(section, "facts")), facts, new H3(text(section, "found.title")), found(section, file, locale));
            if (!file.retentions().isEmpty()) {
                section.add(new H3(text(section, "retention")), retentions(section, file, locale));
            }
        });
        return section;
    }

    private static Component summary(Component at, InfringementFile.File file, Locale locale) {
        DescriptionList list = new DescriptionList();
        list.addClassName("dw-facts");
        fact(list, at, "severity", file.severity() == null ? text(at, "severity.none")
                : text(at, "severity." + file.severity()) + (file.repeated() ? ", " + text(at, "repeated") : ""));
        if (file.severity() != null) {
            fact(list, at, "undue", Euros.table(file.undueAmount(), locale));
            fact(list, at, "vouchers", String.valueOf(file.vouchers()));
            fact(list, at, "regularisation", text(at, "regularisation." + file.regularisation()));
        }
        fact(list, at, "retention", file.retention().map(line -> line.reviewOn() == null
                ? text(at, "retention.still", text(at, "retention.kind." + line.kind()), Dates.prose(Retentions.since(file.retentions())))
                : text(at, "retention.now", text(at, "retention.kind." + line.kind()), Dates.prose(Retentions.since(file.retentions())), Dates.prose(line.reviewOn()))).orElse(text(at, file.retentions().isEmpty() ? "retention.none" : "retention.lifted")));
        if (!file.proposal().isEmpty()) {
            fact(list, at, "proposal", text(at, "proposal.advice", file.proposal().substring(0, 1).toUpperCase(locale) + file.proposal().substring(1)));
        }
        return list;
    }

    private static Component found(Component at, InfringementFile.File file, Locale locale) {
        if (file.infringements().isEmpty()) {
            return new Paragraph(text(at, "none"));
        }
        CardTable table = table(at, "found.title", "infringement", "law", "period", "extent", "state");
        file.infringements().forEach(each -> table.row(each.code() + " " + each.name(), each.law(), period(at, each.from(), each.until()),
                extent(at, each, locale),
                text(at, "state." + each.state())));
        return table;
    }

    private static Component retentions(Component at, InfringementFile.File file, Locale locale) {
        CardTable table = table(at, "retention", "date", "entry", "kind", "blocked", "review", "why", "by");
        for (Retentions.Line line : file.retentions()) {
            table.row(Dates.table(line.fromOn()), text(at, "entry." + line.entry()), text(at, "retention.kind." + line.kind()),
                    Euros.table(line.blockedTotal(), locale), line.reviewOn() == null ? "" : Dates.table(line.reviewOn()), line.reason(), line.by());
        }
        return table;
    }

    private static String extent(Component at, InfringementFile.Found found, Locale locale) {
        return Stream.of(found.vouchers() == null ? null : text(at, "extent.vouchers", found.vouchers()), found.amount() == null ? null : Euros.table(found.amount(), locale))
                .filter(Objects::nonNull).collect(Collectors.joining(", "));
    }

    private static String period(Component at, LocalDate from, LocalDate until) {
        if (from == null && until == null) {
            return "";
        }
        return until == null ? text(at, "period.from", Dates.table(from)) : from == null ? text(at, "period.until", Dates.table(until))
                : Dates.table(from) + " - " + Dates.table(until);
    }

    private static CardTable table(Component at, String label, String... columns) {
        return new CardTable(text(at, label), Stream.of(columns).map(column -> text(at, "column." + column)).toList());
    }

    private static void fact(DescriptionList list, Component at, String key, String value) {
        list.add(new DescriptionList.Term(text(at, key)), new DescriptionList.Description(value));
    }

    private static String text(Component at, String key, Object... args) {
        return at.getTranslation("infringement.screen." + key, args);
    }
}
