package be.dossierwerk.shared;

/** The number of an establishment in the KBO: ten digits from 2 to 8, with the control of an enterprise number. */
public record EstablishmentNumber(String digits) {

    public EstablishmentNumber {
        if (!digits.matches("[2-8][0-9]{9}") || !Control97.holds(digits)) {
            throw new IllegalArgumentException("No establishment number: " + digits);
        }
    }

    public static EstablishmentNumber parse(String text) {
        return new EstablishmentNumber(text.replaceAll("[.\\s]", ""));
    }

    public static boolean isValid(String text) {
        try {
            return text != null && parse(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** 2.123.456.789, as people read it. */
    public static String format(String text) {
        String digits = parse(text).digits;
        return digits.charAt(0) + "." + digits.substring(1, 4) + "." + digits.substring(4, 7) + "." + digits.substring(7);
    }
}
