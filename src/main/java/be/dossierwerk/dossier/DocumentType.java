package be.dossierwerk.dossier;

import be.dossierwerk.shared.Refused;
import java.util.Set;
import org.apache.tika.Tika;

/** What a file is, by its content and never by its name: a PDF or a scan. Anything else is refused. */
final class DocumentType {

    static final int MOST_MEGABYTES = 25;
    private static final int LIMIT_BYTES = MOST_MEGABYTES * 1024 * 1024;

    private static final Set<String> ACCEPTED = Set.of("application/pdf", "image/png", "image/jpeg", "image/tiff");
    private static final Tika TIKA = new Tika();

    private DocumentType() { }

    /** @throws Refused for an empty file, more than 25 MB, or another type */
    static String of(String fileName, byte[] content) {
        if (content == null || content.length == 0) {
            throw new Refused("dossier.document.empty", fileName);
        }
        if (content.length > LIMIT_BYTES) {
            throw new Refused("dossier.document.too-large", fileName);
        }
        String type = TIKA.detect(content);
        if (!ACCEPTED.contains(type)) {
            throw new Refused("dossier.document.type", fileName);
        }
        return type;
    }
}
