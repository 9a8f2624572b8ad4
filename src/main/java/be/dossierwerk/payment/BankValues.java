package be.dossierwerk.payment;

import be.dossierwerk.shared.Refused;
import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.DateAndDateTime2Choice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/** Single values of a bank's message. Those that the standard does not allow are null: one wrong line must not cost the others. */
final class BankValues {

    private static final String NONE = "NOTPROVIDED";
    /** Max35Text of the standard. */
    private static final int LONGEST_REFERENCE = 35;
    private static final int LONGEST_TEXT = 100;
    private static final int MOST_DIGITS = 13;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private BankValues() { }

    static String reference(String endToEnd) {
        String plain = blankIsNone(endToEnd);
        return plain == null || NONE.equals(plain) || plain.length() > LONGEST_REFERENCE ? null : plain;
    }

    /** Longer than the standard allows it still tells two entries apart. */
    static String bankReference(String told) {
        String plain = blankIsNone(told);
        return plain == null || plain.length() <= LONGEST_TEXT ? plain : plain.substring(0, LONGEST_TEXT);
    }

    /** Of a message; a dash when it has none. */
    static String id(String told) {
        return Objects.toString(bankReference(told), "-");
    }

    /** Null when it is no amount of the standard: not negative, at most thirteen digits before the comma and five behind it. */
    static BigDecimal amount(ActiveOrHistoricCurrencyAndAmount told) {
        BigDecimal value = told == null ? null : told.getValue();
        return value == null || value.signum() < 0 || !sensible(value) ? null : value;
    }

    static String currency(ActiveOrHistoricCurrencyAndAmount told) {
        return told == null || told.getCcy() == null || !told.getCcy().matches("[A-Z]{3}") ? null : told.getCcy();
    }

    static LocalDate day(DateAndDateTime2Choice choice) {
        LocalDate day = choice == null ? null : choice.getDt() != null ? choice.getDt() : choice.getDtTm() == null ? null : choice.getDtTm().toLocalDate();
        return day == null || day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR ? null : day;
    }

    /** As the bank gave it. @throws Refused payment.bank.unreadable when it is no number that a bank writes */
    static BigDecimal total(BigDecimal told) {
        if (told != null && !sensible(told)) {
            throw new Refused("payment.bank.unreadable");
        }
        return told;
    }

    /** Also guards every sum: a number such as 1E999999999 would be written out. */
    private static boolean sensible(BigDecimal value) {
        return value.scale() >= -MOST_DIGITS && value.scale() <= 5 && value.precision() - value.scale() <= MOST_DIGITS;
    }

    private static String blankIsNone(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
