package be.dossierwerk.dossier;

import java.util.Locale;

/** Codes as people read them, for codes that any procedure may bring along. */
public final class Words {

    private Words() { }

    /** GEDEELTELIJK_ERKEND becomes "gedeeltelijk erkend". */
    public static String of(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
    }
}
