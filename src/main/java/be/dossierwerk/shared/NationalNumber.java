package be.dossierwerk.shared;

/**
 * A national register number, or a BIS number (month plus 20 or 40): eleven digits. The last two are 97 minus the remainder
 * of the first nine, with a 2 before them for who was born from 2000 on (KB 8-1-2006).
 */
public record NationalNumber(String digits) {

    public NationalNumber {
        if (!digits.matches("[0-9]{11}") || !dayIsPossible(digits) || !controlHolds(digits)) {
            throw new IllegalArgumentException("No national number");
        }
    }

    public static NationalNumber parse(String text) {
        return new NationalNumber(text.replaceAll("[.\\-\\s]", ""));
    }

    public static boolean isValid(String text) {
        try {
            return text != null && parse(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** 85.07.30-033.28, as people read it. */
    public static String format(String text) {
        String digits = parse(text).digits;
        return digits.substring(0, 2) + "." + digits.substring(2, 4) + "." + digits.substring(4, 6) + "-" + digits.substring(6, 9) + "." + digits.substring(9);
    }

    /** Not in a log: a national number says who somebody is. */
    @Override
    public String toString() {
        return "NationalNumber";
    }

    private static boolean dayIsPossible(String digits) {
        int month = Integer.parseInt(digits.substring(2, 4)) % 20;
        int day = Integer.parseInt(digits.substring(4, 6));
        // Who does not know the day of birth has 00 for it.
        return month <= 12 && Integer.parseInt(digits.substring(2, 4)) < 60 && day <= 31;
    }

    private static boolean controlHolds(String digits) {
        int control = Integer.parseInt(digits.substring(9));
        long first = Long.parseLong(digits.substring(0, 9));
        return control == 97 - first % 97 || control == 97 - (2_000_000_000L + first) % 97;
    }
}
