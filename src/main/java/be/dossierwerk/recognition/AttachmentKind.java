package be.dossierwerk.recognition;

import java.util.Locale;

/** What a file is that comes with an application; the codes of {@link SubmitApplication.Attachment}. */
public enum AttachmentKind {

    AANVRAAGFORMULIER, BEWIJS_BORGSOM, ONDERNEMINGSPLAN, STATUTEN, ATTEST_INFOSESSIE, BIJLAGE;

    /** A first guess by the name that the scanner or the applicant gave; people correct it. */
    public static AttachmentKind guess(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (name.contains("borg") || name.contains("waarborg") || name.contains("storting")) {
            return BEWIJS_BORGSOM;
        }
        if (name.contains("infosessie") || name.contains("attest")) {
            return ATTEST_INFOSESSIE;
        }
        if (name.contains("plan")) {
            return ONDERNEMINGSPLAN;
        }
        if (name.contains("statut")) {
            return STATUTEN;
        }
        return name.contains("aanvraag") || name.contains("formulier") ? AANVRAAGFORMULIER : BIJLAGE;
    }

    /** PDF, PNG, JPEG or TIFF by its first bytes; the dossier looks at the whole content again. */
    static boolean fits(byte[] content) {
        return startsWith(content, '%', 'P', 'D', 'F') || startsWith(content, 0x89, 'P', 'N', 'G') || startsWith(content, 0xFF, 0xD8, 0xFF)
                || startsWith(content, 'I', 'I', 42, 0) || startsWith(content, 'M', 'M', 0, 42);
    }

    private static boolean startsWith(byte[] content, int... first) {
        if (content.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if (content[i] != (byte) first[i]) {
                return false;
            }
        }
        return true;
    }
}
