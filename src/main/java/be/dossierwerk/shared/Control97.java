package be.dossierwerk.shared;

/** The control of KBO numbers: the last two digits are 97 minus the first eight modulo 97. */
final class Control97 {

    private Control97() { }

    static boolean holds(String tenDigits) {
        int number = Integer.parseInt(tenDigits.substring(0, 8));
        return Integer.parseInt(tenDigits.substring(8)) == 97 - number % 97;
    }
}
