package be.dossierwerk.reimbursement.ui;

import be.dossierwerk.dossier.DossierSection;
import be.dossierwerk.reimbursement.ReimbursementClaims;
import be.dossierwerk.reimbursement.ReimbursementClaims.Filed;
import be.dossierwerk.reimbursement.ReimbursementClaims.Line;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Iban;
import be.dossierwerk.shared.ui.CardTable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Locale;
import java.util.stream.Stream;

/** What was claimed, line by line: how each amount was computed, and why a line is refused. */
@org.springframework.stereotype.Component
class ClaimSection implements DossierSection {

    private final ReimbursementClaims claims;

    ClaimSection(ReimbursementClaims claims) {
        this.claims = claims;
    }

    @Override
    public int order() {
        return 32;
    }

    @Override
    public String title() {
        return "reimbursement.section.title";
    }

    @Override
    public boolean shows(String dossier) {
        return claims.has(dossier);
    }

    @Override
    public Component of(String dossier) {
        Div section = new Div();
        claims.find(dossier).ifPresent(claim -> draw(section, claim, UI.getCurrent().getLocale()));
        return section;
    }

    private static void draw(Div section, Filed claim, Locale locale) {
        if (claim.granted() != null) {
            section.add(new H3(text(section, "granted", Euros.table(claim.granted(), locale))));
            section.add(new Paragraph(text(section, claim.granted().compareTo(claim.claimed()) < 0 ? "short" : "fits", Euros.table(claim.claimed(), locale),
                    String.valueOf(claim.year()))));
            if (claim.budgetWords() != null) {
                section.add(new Paragraph(claim.budgetWords()));
            }
        }
        if (claim.missing() != null) {
            section.add(new Paragraph(text(section, "missing", claim.missing())));
        }
        section.add(new Paragraph(text(section, "account", claim.beneficiary(), Iban.format(claim.iban()))));
        section.add(new Paragraph(text(section, "declared", claim.declaredBy())));
        if (claim.sampled()) {
            section.add(new Paragraph(text(section, "sampled")));
        }
        if (claim.reviewedByName() != null) {
            section.add(new Paragraph(text(section, "reviewed", claim.reviewedByName(), claim.review())));
        }
        if (claim.secondBecause() != null) {
            section.add(new Paragraph(text(section, "second", claim.secondBecause())));
        }
        if (claim.returnedBecause() != null) {
            section.add(new Paragraph(text(section, "returned", claim.returnedBecause())));
        }
        CardTable table = new CardTable(text(section, "title"), Stream.of("line", "training", "date", "people", "amount", "why").map(key -> text(section, key)).toList());
        for (Line line : claim.lines()) {
            table.row(String.valueOf(line.position()), line.session().training().title(), "%s, %s–%s".formatted(Dates.table(line.session().date()), line.session().start(),
                    line.session().end()), String.valueOf(line.session().participants().size()), Euros.table(line.amount(), locale),
                    line.refused() ? text(section, "refused", line.refusedBecause()) : line.sums() == null ? text(section, "not-computed") : line.sums());
        }
        section.add(table);
    }

    private static String text(Component at, String key, Object... args) {
        return at.getTranslation("reimbursement.section." + key, args);
    }
}
