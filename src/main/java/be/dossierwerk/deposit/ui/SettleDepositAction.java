package be.dossierwerk.deposit.ui;

import be.dossierwerk.deposit.Debts;
import be.dossierwerk.deposit.DepositEnd;
import be.dossierwerk.deposit.Deposits;
import be.dossierwerk.deposit.ProposeSettlement;
import be.dossierwerk.deposit.SettleDeposit;
import be.dossierwerk.deposit.Settlement;
import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.ActDialog;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The bookkeeper or team lead fills in the debts, sees how the deposit would be divided, and settles it. */
@Component
class SettleDepositAction implements DossierAction {

    private final Deposits deposits;
    private final ProposeSettlement proposeSettlement;
    private final SettleDeposit settleDeposit;
    private final CurrentActor currentActor;

    SettleDepositAction(Deposits deposits, ProposeSettlement proposeSettlement, SettleDeposit settleDeposit, CurrentActor currentActor) {
        this.deposits = deposits;
        this.proposeSettlement = proposeSettlement;
        this.settleDeposit = settleDeposit;
        this.currentActor = currentActor;
    }

    @Override
    public String label() {
        return "deposit.settle.title";
    }

    @Override
    public boolean offered(String dossier) {
        var actor = currentActor.get();
        return (actor.has(Roles.FINANCE) || actor.has(Roles.TEAM_LEAD)) && deposits.of(dossier).map(account -> account.balance().signum() > 0).orElse(false);
    }

    @Override
    public void open(String dossier, Runnable done) {
        ActDialog dialog = new ActDialog("deposit.settle.title", "deposit.settle.what-happens", "deposit.settle.done");
        ComboBox<DepositEnd> end = dialog.field("end", new ComboBox<>(dialog.getTranslation("deposit.settle.end"), Arrays.asList(DepositEnd.values())));
        end.setItemLabelGenerator(item -> dialog.getTranslation("deposit.end." + item));
        BigDecimalField rsz = debt(dialog, "socialSecurity", "deposit.settle.rsz");
        BigDecimalField department = debt(dialog, "department", "deposit.settle.department");
        department.setValue(deposits.owedToDepartment(dossier));
        BigDecimalField tax = debt(dialog, "tax", "deposit.settle.tax");
        TextArea reason = dialog.field("reason", new TextArea(dialog.getTranslation("deposit.settle.reason")));
        Paragraph outlook = new Paragraph();
        outlook.getElement().setAttribute("role", "status");
        dialog.show(outlook);
        Runnable look = () -> outlook.setText(outlook(dialog, dossier, end.getValue(), new Debts(rsz.getValue(), department.getValue(), tax.getValue())));
        end.addValueChangeListener(change -> look.run());
        Stream.of(rsz, department, tax).forEach(field -> field.addValueChangeListener(change -> look.run()));
        dialog.offer("deposit.settle.confirm", () -> {
            if (reason.isEmpty()) {
                throw new Refused("deposit.reason", List.of(new Refused.Field("reason", "deposit.reason")));
            }
            settleDeposit.settle(dossier, end.getValue(), new Debts(rsz.getValue(), department.getValue(), tax.getValue()), dossier, reason.getValue().strip());
        }, done);
    }

    /** Nothing while the answers make no sense. */
    private String outlook(ActDialog at, String dossier, DepositEnd end, Debts debts) {
        Settlement settlement;
        try {
            settlement = proposeSettlement.propose(dossier, end, debts);
        } catch (Refused notYet) {
            return "";
        }
        String divided = settlement.payouts().stream().map(payout -> at.getTranslation("deposit.settle.part", Euros.table(payout.amount(), locale(at)),
                at.getTranslation("deposit.to." + payout.to()))).collect(Collectors.joining(", "));
        String unpaid = settlement.unpaid().entrySet().stream().map(debt -> at.getTranslation("deposit.settle.part", Euros.table(debt.getValue(), locale(at)),
                at.getTranslation("deposit.to." + debt.getKey()))).collect(Collectors.joining(", "));
        return at.getTranslation("deposit.settle.divided", divided) + (unpaid.isEmpty() ? "" : " " + at.getTranslation("deposit.settle.unpaid", unpaid));
    }

    private static Locale locale(ActDialog at) {
        return at.getUI().orElseThrow().getLocale();
    }

    private static BigDecimalField debt(ActDialog dialog, String name, String label) {
        BigDecimalField field = dialog.field(name, new BigDecimalField(dialog.getTranslation(label)));
        field.setLocale(Locale.forLanguageTag("nl-BE"));
        field.setValue(BigDecimal.ZERO);
        return field;
    }
}
