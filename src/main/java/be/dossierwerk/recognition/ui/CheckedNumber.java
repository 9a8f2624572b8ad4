package be.dossierwerk.recognition.ui;

import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.EstablishmentNumber;
import be.dossierwerk.shared.Iban;
import be.dossierwerk.shared.NationalNumber;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A number that carries its own control: the screen checks it while it is typed and writes it as people read it. */
enum CheckedNumber {

    ENTERPRISE("recognition.field.enterprise-number", 10, EnterpriseNumber::isValid, EnterpriseNumber::format),
    ESTABLISHMENT("recognition.field.establishment-number", 10, EstablishmentNumber::isValid, EstablishmentNumber::format),
    NATIONAL("recognition.field.national-number", 11, NationalNumber::isValid, NationalNumber::format),
    ACCOUNT("recognition.field.iban", 16, Iban::isValid, Iban::format);

    private final String wrongKey;
    private final int length;
    private final Predicate<String> valid;
    private final UnaryOperator<String> format;

    CheckedNumber(String wrongKey, int length, Predicate<String> valid, UnaryOperator<String> format) {
        this.wrongKey = wrongKey;
        this.length = length;
        this.valid = valid;
        this.format = format;
    }

    String wrongKey() {
        return wrongKey;
    }

    /** Long enough to say something about it: who is still typing is not wrong yet. */
    boolean isTyped(String text) {
        return text.replaceAll("[^A-Za-z0-9]", "").length() >= length;
    }

    boolean isValid(String text) {
        return valid.test(text);
    }

    /** As people read it; what is not valid stays as it was typed. */
    String format(String text) {
        return valid.test(text) ? format.apply(text) : text;
    }
}
