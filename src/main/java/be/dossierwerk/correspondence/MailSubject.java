package be.dossierwerk.correspondence;

import java.util.regex.Pattern;

/** The subject of a mail, on one line: a new line in it would be a header of its own. */
final class MailSubject {

    private static final Pattern LINE = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+");

    private MailSubject() { }

    static String of(String text) {
        return LINE.matcher(text).replaceAll(" ").strip();
    }
}
