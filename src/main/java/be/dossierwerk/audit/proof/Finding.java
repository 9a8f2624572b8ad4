package be.dossierwerk.audit.proof;

/** Something that does not agree, in one Dutch sentence that names the place and why. {@code dossier} is empty for a seal, {@code place} the entry or seal. */
public record Finding(Kind kind, String dossier, long place, String sentence) {

    /** What was done, as far as it can be told from what is left. */
    public enum Kind {
        HANDELING_GEWIJZIGD, HANDELING_VERVANGEN, HANDELING_WEG, HANDELING_INGEVOEGD, HANDELINGEN_VERWISSELD, ANDER_DOSSIER, INHOUD_GEWIJZIGD, INHOUD_WEG,
        KETEN_HERSCHREVEN, STAART_WEG, DOSSIER_WEG, SLEUTEL_WEG, SLEUTEL_VERVANGEN, SLEUTEL_VERWISSELD, BEWAKING_AF, DOCUMENT_GEWIJZIGD,
        DOCUMENT_VERVANGEN, DOCUMENT_WEG, DOCUMENT_ZONDER_HANDELING,
        ZEGEL_GEWIJZIGD, ZEGEL_WEG, BLAD_GEWIJZIGD, TIJDSTEMPEL, ZEGELSLEUTEL, TERUGGEZET, BUNDEL_GEWIJZIGD, KETEN_LEEG, VERNIETIGING
    }

    static Finding ofEntry(Kind kind, String dossier, long seq, String sentence, Object... args) {
        return new Finding(kind, dossier, seq, sentence.formatted(args));
    }

    public static Finding ofSeal(Kind kind, long serial, String sentence, Object... args) {
        return new Finding(kind, "", serial, sentence.formatted(args));
    }

    public static Finding of(Kind kind, String dossier, String sentence, Object... args) {
        return new Finding(kind, dossier, 0, sentence.formatted(args));
    }
}
