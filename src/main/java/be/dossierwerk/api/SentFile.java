package be.dossierwerk.api;

import be.dossierwerk.shared.Refused;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.BiFunction;

/** A file inside a JSON body. */
@Schema(name = "Attachment", requiredProperties = {"fileName", "content"})
record SentFile(
        @Schema(description = "Name of the file; PDF, image or office document", example = "verzoek.pdf") String fileName,
        @Schema(description = "Base64 of the file") String content) {

    /** Reads {@code attachments}, which may be null; adds to {@code wrong} those without a name or that are no base64. */
    static <A> List<A> read(List<SentFile> attachments, BiFunction<String, byte[], A> as, List<Refused.Field> wrong) {
        List<A> read = new ArrayList<>();
        for (int i = 0; attachments != null && i < attachments.size(); i++) {
            SentFile file = attachments.get(i);
            String path = "attachments[%d]".formatted(i);
            if (file == null) {
                // What is no object was named already; an empty place was not.
                if (wrong.stream().noneMatch(known -> known.name().equals(path))) {
                    wrong.add(new Refused.Field(path, "api.file.base64"));
                }
                continue;
            }
            if (file.fileName == null || file.fileName.isBlank()) {
                wrong.add(new Refused.Field(path + ".fileName", "api.file.name"));
            }
            try {
                read.add(as.apply(file.fileName, Base64.getDecoder().decode(file.content)));
            } catch (IllegalArgumentException | NullPointerException e) {
                wrong.add(new Refused.Field(path + ".content", "api.file.base64"));
            }
        }
        return read;
    }
}
