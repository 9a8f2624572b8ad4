package be.dossierwerk.disposal;

import java.time.LocalDate;

/** Why a dossier is kept although its term is over. {@code detail}: another dossier, or the reason of a hold; {@code until}: the last day of an appeal's window. */
public record Hindrance(Kind kind, String detail, LocalDate until) {

    /** In the order in which they are told. */
    public enum Kind {
        HEROVERWEGING, BEROEP_RAAD_VAN_STATE, BEROEP_RECHTBANK, BEROEPSTERMIJN, GESCHORST, ERKENNING, TERUGVORDERING, GELDBOETE, BETALING, WAARBORG, GEKOPPELD, PROCEDURE,
        TEGENGEHOUDEN
    }
}
