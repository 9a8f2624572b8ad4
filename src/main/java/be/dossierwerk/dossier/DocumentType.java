package be.dossierwerk.dossier;

import be.dossierwerk.shared.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.tika.Tika;

/** What a file is, by its content and never by its name: a PDF or a scan. Anything else is refused. */
final class DocumentType {

    static final int MOST_MEGABYTES = 25;
    private static final int LIMIT_BYTES = MOST_MEGABYTES * 1024 * 1024;
    /** A plan on A0 at 300 dots an inch has 14 043 by 9 933. */
    private static final int MOST_PIXELS_A_SIDE = 20_000;

    private static final String PDF = "application/pdf";
    /** With the endings that a file of this kind may have; the first is given to one that has another. */
    private static final Map<String, List<String>> ACCEPTED = Map.of(PDF, List.of("pdf"), "image/png", List.of("png"), "image/jpeg", List.of("jpg", "jpeg"),
            "image/tiff", List.of("tif", "tiff"));
    private static final Tika TIKA = new Tika();

    private DocumentType() { }

    /** @throws Refused for an empty file, more than 25 MB, another type, or a picture that cannot be read or would fill the memory of who opens it */
    static String of(String fileName, byte[] content) {
        if (content == null || content.length == 0) {
            throw new Refused("dossier.document.empty", fileName);
        }
        if (content.length > LIMIT_BYTES) {
            throw new Refused("dossier.document.too-large", fileName);
        }
        String type = TIKA.detect(content);
        if (!ACCEPTED.containsKey(type)) {
            throw new Refused("dossier.document.type", fileName);
        }
        if (!type.equals(PDF) && mostPixelsASide(fileName, content) > MOST_PIXELS_A_SIDE) {
            throw new Refused("dossier.document.pixels", fileName);
        }
        return type;
    }

    /** The name with an ending that fits what the file is: what calls itself a program is not saved as one. */
    static String named(String fileName, String type) {
        List<String> endings = ACCEPTED.get(type);
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return endings.contains(ending) ? fileName : fileName + "." + endings.get(0);
    }

    /** As the head of the file says; nothing of the picture itself is unpacked. */
    private static int mostPixelsASide(String fileName, byte[] content) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            ImageReader reader = ImageIO.getImageReaders(in).next();
            try {
                reader.setInput(in, true, true);
                return Math.max(reader.getWidth(0), reader.getHeight(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw new Refused("dossier.document.type", fileName);
        }
    }
}
