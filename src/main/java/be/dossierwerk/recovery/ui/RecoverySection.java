package be.dossierwerk.recovery.ui;

import be.dossierwerk.dossier.DossierSection;
import be.dossierwerk.recovery.Calculation;
import be.dossierwerk.recovery.Limitation;
import be.dossierwerk.recovery.Recoveries;
import be.dossierwerk.recovery.Standstill;
import be.dossierwerk.recovery.RecoveryEntry;
import be.dossierwerk.recovery.RecoveryStanding;
import be.dossierwerk.recovery.Reduction;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.InstalmentsPanel;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The recovery: what is owed, how it was calculated line by line, what was booked, and what is paid of the plan. */
@org.springframework.stereotype.Component
class RecoverySection implements DossierSection {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");

    private final Recoveries recoveries;
    private final Standstill standstill;
    private final Clock clock;

    RecoverySection(Recoveries recoveries, Clock clock, Standstill standstill) {
        this.standstill = standstill;
        this.recoveries = recoveries;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 46;
    }

    @Override
    public String title() {
        return "recovery.section.title";
    }

    @Override
    public boolean shows(String dossier) {
        return recoveries.has(dossier);
    }

    @Override
    public Component of(String dossier) {
        Div section = new Div();
        Locale locale = UI.getCurrent().getLocale();
        LocalDate today = LocalDate.now(clock);
        recoveries.of(dossier).ifPresent(standing -> {
            section.add(new H3(standing.overpaid().signum() > 0 ? text(section, "recovery.section.overpaid", Euros.table(standing.overpaid(), locale))
                    : text(section, "recovery.section.balance", Euros.table(standing.due(), locale))));
            section.add(new Paragraph(text(section, "recovery.state." + standing.state())));
            standstill.since(dossier).ifPresent(since -> section.add(new Paragraph(text(section, "recovery.section.suspended", Dates.prose(since)))));
            if (standing.limitation() != null && standing.state().open()) {
                section.add(limitation(section, standing.limitation(), today));
            }
            if (!standing.entries().isEmpty()) {
                section.add(sums(section, standing, locale));
            }
            section.add(new H3(text(section, "recovery.section.calculation")), calculation(section, standing.calculation(), locale));
            section.add(new H3(text(section, "recovery.section.entries")), entries(section, standing, locale));
            standing.plan(today).ifPresent(plan -> section.add(new InstalmentsPanel(standing.plan(), plan)));
            reductions(section, dossier, locale);
        });
        return section;
    }

    /** The claim, what came off it by kind, and what is left: the column adds up. */
    private static Component sums(Component at, RecoveryStanding standing, Locale locale) {
        CardTable table = table(at, "recovery.section.sums", "entry", "amount");
        for (RecoveryEntry.Kind kind : RecoveryEntry.Kind.values()) {
            BigDecimal sum = standing.sum(kind);
            if (sum.signum() > 0) {
                table.row(text(at, "recovery.entry." + kind), signed(kind.sign(), sum, locale));
            }
        }
        boolean back = standing.overpaid().signum() > 0;
        table.row(text(at, back ? "recovery.sums.overpaid" : "recovery.sums.due"), Euros.table(back ? standing.overpaid() : standing.due(), locale));
        return table;
    }

    private static String signed(int sign, BigDecimal amount, Locale locale) {
        return (sign > 0 ? "+ " : "− ") + Euros.table(amount, locale);
    }

    private static Component limitation(Component at, Limitation limitation, LocalDate today) {
        String when = switch (limitation.phase(today)) {
            case LOOPT -> text(at, "recovery.section.limitation", Dates.table(limitation.on()), Dates.table(limitation.alarmFrom()));
            case BIJNA -> text(at, "recovery.section.limitation.near", Dates.table(limitation.on()));
            case VERJAARD -> text(at, "recovery.section.limitation.late", Dates.table(limitation.on()));
        };
        return new Paragraph(when + " " + text(at, "recovery.section.limitation.source", limitation.years(),
                limitation.source().replaceFirst("^procedures\\.md [0-9.]+, ", "")));
    }

    private static Component calculation(Component at, Calculation calculation, Locale locale) {
        if (calculation == null) {
            return new Paragraph(text(at, "recovery.section.calculation.none"));
        }
        CardTable table = table(at, "recovery.section.calculation", "month", "vouchers", "work", "intervention", "purchase", "amount", "evidence");
        for (Calculation.Line line : calculation.lines()) {
            boolean proven = line.facts().proven();
            table.row(MONTH.format(line.facts().month()), String.valueOf(line.facts().vouchers()),
                    text(at, proven ? "recovery.line.proven" : "recovery.line.unproven"),
                    proven ? "" : text(at, "recovery.line.rate", Euros.table(line.interventionRate(), locale), Euros.table(line.intervention(), locale)),
                    proven ? "" : text(at, "recovery.line.rate", Euros.table(line.purchaseRate(), locale), Euros.table(line.purchase(), locale)),
                    Euros.table(line.amount(), locale), line.facts().evidence());
        }
        table.row(text(at, "recovery.line.total"), "", "", "", "", Euros.table(calculation.total(), locale), "");
        return table;
    }

    private static Component entries(Component at, RecoveryStanding standing, Locale locale) {
        if (standing.entries().isEmpty()) {
            return new Paragraph(text(at, "recovery.section.entries.none"));
        }
        CardTable table = table(at, "recovery.section.entries", "date", "entry", "amount", "why", "recorded");
        for (RecoveryEntry entry : standing.entries()) {
            table.row(Dates.table(entry.valuedOn()), what(at, standing, entry), amount(standing, entry, locale),
                    Stream.of(entry.reference(), entry.reason(), entry.depositDossier() == null ? null : text(at, "recovery.entry.deposit", entry.depositDossier())).filter(Objects::nonNull).collect(Collectors.joining(". ")),
                    entry.recordedByName());
        }
        return table;
    }

    private static String what(Component at, RecoveryStanding standing, RecoveryEntry entry) {
        if (entry.counters() != null) {
            RecoveryEntry undone = undone(standing, entry);
            return text(at, "recovery.entry.undoes", text(at, "recovery.entry." + undone.kind()), Dates.table(undone.valuedOn()));
        }
        String what = text(at, "recovery.entry." + entry.kind());
        return standing.isCountered(entry) ? text(at, "recovery.entry.undone", what) : what;
    }

    /** Signed, so that the column adds up: a counter-entry shows the opposite of what it undid. */
    private static String amount(RecoveryStanding standing, RecoveryEntry entry, Locale locale) {
        int sign = entry.counters() == null ? entry.kind().sign() : -undone(standing, entry).kind().sign();
        return signed(sign, entry.amount(), locale);
    }

    private static RecoveryEntry undone(RecoveryStanding standing, RecoveryEntry counter) {
        return standing.entries().stream().filter(one -> one.id() == counter.counters()).findFirst().orElseThrow();
    }

    private void reductions(Div section, String dossier, Locale locale) {
        var open = recoveries.openReductions(dossier);
        if (!open.isEmpty()) {
            section.add(new H3(text(section, "recovery.section.reductions")));
        }
        for (Reduction reduction : open) {
            section.add(new Paragraph(text(section, "recovery.section.reduction", reduction.proposedByName(),
                    Dates.table(reduction.proposedAt().atZone(MovableClock.BRUSSELS).toLocalDate()), Euros.table(reduction.amount(), locale), reduction.reason())));
        }
    }

    private static CardTable table(Component at, String label, String... columns) {
        return new CardTable(text(at, label), Stream.of(columns).map(column -> text(at, "recovery.column." + column)).toList());
    }

    private static String text(Component at, String key, Object... args) {
        return at.getTranslation(key, args);
    }
}
