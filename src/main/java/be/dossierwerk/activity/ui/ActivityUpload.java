package be.dossierwerk.activity.ui;

import be.dossierwerk.activity.ImportActivity;
import be.dossierwerk.activity.ReceivedFile;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Takes a file and has it read. That happens in the request that brings the file, outside the lock of the screen, which stays usable. */
class ActivityUpload extends Div {

    private static final int MEBIBYTE = 1024 * 1024;

    private final transient ImportActivity importActivity;
    private final transient CurrentActor currentActor;
    private final transient Actor actor;
    private final transient Consumer<ImportActivity.Outcome> whenRead;
    private final transient Runnable whenRefused;
    private final Div problem = new Div();

    ActivityUpload(ImportActivity importActivity, CurrentActor currentActor, Consumer<ImportActivity.Outcome> whenRead,
                   Runnable whenRefused) {
        this.importActivity = importActivity;
        this.currentActor = currentActor;
        this.actor = currentActor.get();
        this.whenRead = whenRead;
        this.whenRefused = whenRefused;
        addClassName("dw-activity-upload");
        problem.addClassName("dw-activity-problem");
        problem.getElement().setAttribute("role", "alert");
        H2 heading = new H2(text("heading"));
        getElement().setAttribute("role", "group").setAttribute("aria-label", heading.getText());
        add(heading, new Paragraph(text("help")), upload(), problem);
    }

    private Upload upload() {
        Upload upload = new Upload(this::receive);
        upload.setAcceptedFileTypes("text/csv", ".csv", ".txt");
        upload.setMaxFileSize(ReceivedFile.MOST_MEGABYTES * MEBIBYTE);
        upload.setMaxFiles(1);
        upload.setUploadButton(new Button(text("choose")));
        upload.setDropLabel(new Span(text("drop")));
        upload.setI18n(new UploadI18N()
                .setError(new UploadI18N.Error().setFileIsTooBig(getTranslation("activity.file.too-large", ReceivedFile.MOST_MEGABYTES))
                        .setIncorrectFileType(text("wrong-kind")).setTooManyFiles(text("one")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status().setConnecting(text("connecting")).setStalled(text("stalled"))
                                .setProcessing(text("processing")).setHeld(text("connecting")))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime().setPrefix("").setUnknown(""))
                        .setError(new UploadI18N.Uploading.Error().setServerUnavailable(text("failed")).setUnexpectedServerError(text("failed"))
                                .setForbidden(text("failed"))))
                .setFile(new UploadI18N.File().setRetry(text("retry")).setStart(text("choose")).setRemove(text("remove"))));
        upload.addFileRejectedListener(rejected -> refuse(rejected.getErrorMessage()));
        // This roundtrip also brings the answer to the screen; the row of the component has then said all it has to say.
        upload.addAllFinishedListener(finished -> upload.clearFileList());
        return upload;
    }

    private void receive(UploadEvent event) throws IOException {
        try (InputStream content = event.getInputStream(); ReceivedFile file = ReceivedFile.of(content)) {
            ImportActivity.Outcome outcome = currentActor.as(actor, () -> importActivity.importFile(event.getFileName(), file));
            event.getUI().access(() -> {
                problem.setText("");
                whenRead.accept(outcome);
            });
        } catch (Refused refused) {
            event.getUI().access(() -> refuse(getTranslation(refused.key(), refused.args())));
        }
    }

    private void refuse(String why) {
        whenRefused.run();
        problem.setText(why);
    }

    private String text(String key, Object... args) {
        return getTranslation("activity.screen.upload." + key, args);
    }
}
