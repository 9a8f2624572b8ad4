package be.dossierwerk.deposit.ui;

import be.dossierwerk.deposit.DepositMovement;
import be.dossierwerk.deposit.DepositStanding;
import be.dossierwerk.deposit.Deposits;
import be.dossierwerk.dossier.DossierSection;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.ui.CardTable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The deposit as an account: what is left, where it stands, and every movement with what was undone. */
@org.springframework.stereotype.Component
class DepositSection implements DossierSection {

    private final Deposits deposits;

    DepositSection(Deposits deposits) {
        this.deposits = deposits;
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public String title() {
        return "deposit.section.title";
    }

    @Override
    public boolean shows(String dossier) {
        return deposits.concerns(dossier);
    }

    @Override
    public Component of(String dossier) {
        Div section = new Div();
        deposits.concerning(dossier).forEach(account -> section.add(account(section, account, dossier)));
        return section;
    }

    private static Component account(Component at, DepositStanding account, String dossier) {
        Locale locale = UI.getCurrent().getLocale();
        Div block = new Div(new H3(text(at, "deposit.section.balance", Euros.table(account.balance(), locale))));
        block.add(new Paragraph(text(at, "deposit.state." + account.state())));
        if (account.suspended()) {
            block.add(new Paragraph(text(at, "deposit.section.suspended")));
        }
        block.add(new Paragraph(text(at, "deposit.section.of", EnterpriseNumber.format(account.enterpriseNumber()))
                + (account.reference() == null ? "" : " " + text(at, "deposit.section.reference", account.reference()))
                + (account.dossier().equals(dossier) ? "" : " " + text(at, "deposit.section.other-dossier", account.dossier()))));
        CardTable table = new CardTable(text(at, "deposit.section.movements"), Stream.of("date", "movement", "amount", "why", "recorded")
                .map(column -> text(at, "deposit.column." + column)).toList());
        account.movements().forEach(movement -> table.row(Dates.table(movement.valuedOn()), what(at, account, movement),
                amount(account, movement, locale), why(at, account, movement), movement.recordedByName()));
        block.add(table);
        return block;
    }

    private static String what(Component at, DepositStanding account, DepositMovement movement) {
        String what = text(at, "deposit.movement." + movement.kind());
        if (movement.to() != null) {
            what = text(at, "deposit.movement.to", what, text(at, "deposit.to." + movement.to()));
        }
        if (movement.counters() != null) {
            DepositMovement undone = undone(account, movement);
            return text(at, "deposit.movement.undoes", text(at, "deposit.movement." + undone.kind()), Dates.table(undone.valuedOn()));
        }
        return account.isCountered(movement) ? text(at, "deposit.movement.undone", what) : what;
    }

    /** Signed, so that the column adds up: a counter-entry shows the opposite of what it undid. */
    private static String amount(DepositStanding account, DepositMovement movement, Locale locale) {
        int sign = movement.counters() == null ? movement.kind().sign() : -undone(account, movement).kind().sign();
        return sign == 0 ? "" : (sign > 0 ? "+ " : "− ") + Euros.table(movement.amount(), locale);
    }

    private static DepositMovement undone(DepositStanding account, DepositMovement counter) {
        return account.movements().stream().filter(one -> one.id() == counter.counters()).findFirst().orElseThrow();
    }

    private static String why(Component at, DepositStanding account, DepositMovement movement) {
        List<String> parts = Stream.of(movement.ground(), movement.reason(),
                movement.authority().equals(account.dossier()) ? null : text(at, "deposit.section.authority", movement.authority()))
                .filter(Objects::nonNull).map(part -> part.endsWith(".") ? part : part + ".").toList();
        return parts.stream().collect(Collectors.joining(" "));
    }

    private static String text(Component at, String key, Object... args) {
        return at.getTranslation(key, args);
    }
}
