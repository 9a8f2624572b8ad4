package be.dossierwerk.api;

import be.dossierwerk.shared.AttachedFile;
import be.dossierwerk.shared.Refused;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.BiFunction;

/** A file inside a JSON body. */
@Schema(name = "Attachment", requiredProperties = {"fileName", "content"})
record SentFile(
        @Schema(description = "Name of the file; PDF, PNG, JPEG or TIFF", example = "verzoek.pdf") String fileName,
        @Schema(description = "Base64 of the file") String content) {

    /** Reads {@code attachments}, which may be null; adds to {@code wrong} those without a name or that are no base64. */
    static <A> List<A> read(List<SentFile> attachments, BiFunction<String, byte[], A> as, List<Refused.Field> wrong) {
        if (tooMany(attachments, wrong)) {
            return List.of();
        }
        List<A> read = new ArrayList<>();
        for (int i = 0; attachments != null && i < attachments.size(); i++) {
            SentFile file = attachments.get(i);
            String path = "attachments[%d]".formatted(i);
            // What is no object was named already.
            if (wrong.stream().anyMatch(known -> known.name().equals(path))) {
                continue;
            }
            if (file == null) {
                wrong.add(new Refused.Field(path, "api.file.base64"));
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

    static boolean tooMany(List<?> attachments, List<Refused.Field> wrong) {
        boolean tooMany = attachments != null && attachments.size() > AttachedFile.MOST;
        if (tooMany) {
            wrong.add(new Refused.Field("attachments", "api.file.many", AttachedFile.MOST));
        }
        return tooMany;
    }
}
