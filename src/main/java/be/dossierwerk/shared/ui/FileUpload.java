package be.dossierwerk.shared.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes files in the user's words: how many, what may come, how large, and why a file may not. */
public class FileUpload extends Upload {

    private static final String[] SCANS = {"application/pdf", "image/png", "image/jpeg", "image/tiff", ".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff"};
    static final int MEBIBYTE = 1024 * 1024;

    /** {@code megabytes}: of each file; {@code refused} hears why the browser did not send one; {@code types}: media types, and endings with a dot. */
    public FileUpload(UploadHandler handler, int megabytes, Consumer<String> refused, String... types) {
        super(handler);
        setAcceptedFileTypes(types);
        setMaxFileSize(megabytes * MEBIBYTE);
        name(false);
        setI18n(words(megabytes, Stream.of(types).filter(type -> type.startsWith(".")).map(type -> type.substring(1)).collect(Collectors.joining(", "))));
        addFileRejectedListener(rejected -> refused.accept(rejected.getErrorMessage()));
    }

    /** For documents on paper: PDF, and scans as PNG, JPEG or TIFF. {@code taken} gets the name and the content of each, on the screen. */
    public static FileUpload ofScans(BiConsumer<String, byte[]> taken, int megabytes, Consumer<String> refused) {
        return new FileUpload(event -> receive(event, taken, megabytes, refused), megabytes, refused, SCANS);
    }

    /** The browser keeps to the limit; who sends without our page does not, and must not fill the memory. */
    static void receive(UploadEvent event, BiConsumer<String, byte[]> taken, int megabytes, Consumer<String> refused) throws IOException {
        byte[] content;
        try (InputStream in = event.getInputStream()) {
            content = ReadUpload.whole(in, megabytes);
        }
        UI ui = event.getUI();
        ui.access(() -> {
            if (content.length > megabytes * MEBIBYTE) {
                refused.accept(ui.getTranslation("shared.upload.too-large", megabytes));
            } else {
                taken.accept(event.getFileName(), content);
            }
        });
    }

    @Override
    public final void setMaxFiles(int most) {
        super.setMaxFiles(most);
        name(most == 1);
    }

    /** What came stands elsewhere on the screen; the component's own list would say it twice. */
    public FileUpload withoutList() {
        addAllFinishedListener(finished -> clearFileList());
        return this;
    }

    private void name(boolean one) {
        setUploadButton(new Button(text(one ? "choose" : "choose-several")));
        setDropLabel(new Span(text(one ? "drop" : "drop-several")));
    }

    private UploadI18N words(int megabytes, String kinds) {
        UploadI18N words = new UploadI18N();
        words.setError(new UploadI18N.Error().setFileIsTooBig(text("too-large", megabytes)).setIncorrectFileType(text("wrong-kind", kinds)).setTooManyFiles(text("one")));
        words.setUploading(new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status().setConnecting(text("connecting")).setStalled(text("stalled")).setProcessing(text("processing"))
                        .setHeld(text("connecting")))
                .setRemainingTime(new UploadI18N.Uploading.RemainingTime().setPrefix(text("remaining")).setUnknown(""))
                .setError(new UploadI18N.Uploading.Error().setServerUnavailable(text("failed")).setUnexpectedServerError(text("failed")).setForbidden(text("failed"))));
        words.setFile(new UploadI18N.File().setRetry(text("retry")).setStart(text("choose")).setRemove(text("remove")));
        words.setUnits(List.of("B", "kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"));
        return words;
    }

    private String text(String key, Object... args) {
        return getTranslation("shared.upload." + key, args);
    }
}
