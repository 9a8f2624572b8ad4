package be.dossierwerk.shared;

import java.math.BigInteger;
import java.util.Locale;

/** A bank account number by ISO 13616: modulo 97 over the number with its first four characters moved to the end gives 1. */
public record Iban(String compact) {

    public Iban {
        if (!compact.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}") || compact.startsWith("BE") && compact.length() != 16 || !controlHolds(compact)) {
            throw new IllegalArgumentException("No IBAN: " + compact);
        }
    }

    public static Iban parse(String text) {
        return new Iban(text.replaceAll("\\s", "").toUpperCase(Locale.ROOT));
    }

    public static boolean isValid(String text) {
        try {
            return text != null && parse(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** BE68 5390 0754 7034, in fours. */
    public static String format(String text) {
        return parse(text).compact.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private static boolean controlHolds(String compact) {
        StringBuilder digits = new StringBuilder();
        (compact.substring(4) + compact.substring(0, 4)).chars().forEach(c -> digits.append(Character.getNumericValue(c)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }
}
