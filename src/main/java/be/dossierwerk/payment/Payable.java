package be.dossierwerk.payment;

import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Iban;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a decision granted: to whom, on which account, how much. The dossier number is the reference, so that a dossier is paid once.
 * Amount in euro, in whole cents; {@code communication} is free text of at most 140 characters or structured as +++090/9337/55493+++;
 * {@code grantedBy} names the decision.
 */
public record Payable(String dossier, String beneficiary, String iban, BigDecimal amount, String communication, String grantedBy) {

    static final int LONGEST_NAME = 70;
    /** EPC 132-08: more does not fit in one credit transfer. */
    private static final BigDecimal MOST = new BigDecimal("999999999.99");
    private static final int LONGEST_COMMUNICATION = 140;
    private static final String STRUCTURED = "\\+{3}[0-9]{3}/[0-9]{4}/[0-9]{5}\\+{3}";

    /** The same with one way of writing each part. @throws Refused payment.payable.invalid, with each wrong field */
    Payable checked() {
        List<Refused.Field> wrong = new ArrayList<>();
        check(wrong, "dossier", dossier != null && dossier.matches("[A-Z0-9]([A-Z0-9-]{0,28}[A-Z0-9])?"));
        checkAccount(wrong, beneficiary, iban);
        check(wrong, "amount", Euros.payable(amount) && amount.compareTo(MOST) <= 0);
        check(wrong, "communication", communicationHolds());
        check(wrong, "grantedBy", grantedBy != null && !grantedBy.isBlank());
        if (!wrong.isEmpty()) {
            throw new Refused("payment.payable.invalid", wrong, dossier);
        }
        return new Payable(dossier, beneficiary.strip(), Iban.parse(iban).compact(), amount.setScale(2, RoundingMode.UNNECESSARY), communication.strip(),
                grantedBy.strip());
    }

    static void checkAccount(List<Refused.Field> wrong, String beneficiary, String iban) {
        check(wrong, "beneficiary", beneficiary != null && !beneficiary.isBlank() && beneficiary.strip().length() <= LONGEST_NAME);
        check(wrong, "iban", Iban.isValid(iban));
    }

    boolean structured() {
        return communication.matches(STRUCTURED);
    }

    /** The twelve digits of a structured communication. */
    String digits() {
        return communication.replaceAll("[^0-9]", "");
    }

    private boolean communicationHolds() {
        if (communication == null || communication.isBlank() || communication.strip().length() > LONGEST_COMMUNICATION) {
            return false;
        }
        String text = communication.strip();
        if (!text.startsWith("+++")) {
            return true;
        }
        if (!text.matches(STRUCTURED)) {
            return false;
        }
        String digits = text.replaceAll("[^0-9]", "");
        long rest = Long.parseLong(digits.substring(0, 10)) % 97;
        return Long.parseLong(digits.substring(10)) == (rest == 0 ? 97 : rest);
    }

    private static void check(List<Refused.Field> wrong, String field, boolean holds) {
        if (!holds) {
            wrong.add(new Refused.Field(field, "payment.payable." + field));
        }
    }
}
