package be.dossierwerk.shared;

/** The number of an undertaking in the KBO: ten digits, the last two are 97 minus the remainder of the first eight (procedures.md 2.1). */
public record EnterpriseNumber(String digits) {

    public EnterpriseNumber {
        if (!digits.matches("[01][0-9]{9}") || !Control97.holds(digits)) {
            throw new IllegalArgumentException("No enterprise number: " + digits);
        }
    }

    /** With or without dots, spaces and the country code. */
    public static EnterpriseNumber parse(String text) {
        String digits = text.replaceFirst("(?i)^\\s*BE\\s*", "").replaceAll("[.\\s]", "");
        return new EnterpriseNumber(digits.length() == 9 ? "0" + digits : digits);
    }

    public static boolean isValid(String text) {
        try {
            return text != null && parse(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** 0123.456.749, as people read it. */
    public static String format(String text) {
        String digits = parse(text).digits;
        return digits.substring(0, 4) + "." + digits.substring(4, 7) + "." + digits.substring(7);
    }
}
