package be.dossierwerk.shared;

/** A text that a spreadsheet shows and never calculates (OWASP, CSV injection). */
public final class SpreadsheetText {

    private static final String FORMULA_BEGINS = "=+-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20";

    private SpreadsheetText() { }

    /** A spreadsheet takes a cell that begins with one of these for a formula; after an apostrophe it is text. @param text may be null */
    public static String harmless(String text) {
        return text == null || text.isEmpty() || FORMULA_BEGINS.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
