package be.dossierwerk.payment.ui;

import be.dossierwerk.payment.BankReport;
import be.dossierwerk.payment.ReadBankFile;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Takes the bank's file and has it read. That happens in the request that brings the file, outside the lock of the screen, which stays usable. */
class BankUpload extends Div {

    private static final int MEBIBYTE = 1024 * 1024;

    private final transient ReadBankFile readBankFile;
    private final transient CurrentActor currentActor;
    private final transient Actor actor;
    private final transient Consumer<BankReport> whenRead;
    private final transient Runnable whenRefused;
    private final Div problem = new Div();

    BankUpload(ReadBankFile readBankFile, CurrentActor currentActor, Consumer<BankReport> whenRead, Runnable whenRefused) {
        this.readBankFile = readBankFile;
        this.currentActor = currentActor;
        this.actor = currentActor.get();
        this.whenRead = whenRead;
        this.whenRefused = whenRefused;
        getElement().setAttribute("role", "group").setAttribute("aria-label", text("heading"));
        problem.addClassName("dw-payment-problem");
        problem.getElement().setAttribute("role", "alert");
        add(upload(), problem);
    }

    private Upload upload() {
        Upload upload = new Upload(this::receive);
        upload.setAcceptedFileTypes("text/xml", "application/xml", ".xml");
        upload.setMaxFileSize(ReadBankFile.MOST_MEGABYTES * MEBIBYTE);
        upload.setMaxFiles(1);
        upload.setUploadButton(new Button(text("choose")));
        upload.setDropLabel(new Span(text("drop")));
        upload.setI18n(new UploadI18N()
                .setError(new UploadI18N.Error().setFileIsTooBig(getTranslation("payment.bank.too-large", ReadBankFile.MOST_MEGABYTES))
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
        try (InputStream content = event.getInputStream()) {
            byte[] bytes = content.readNBytes(ReadBankFile.MOST_MEGABYTES * MEBIBYTE + 1);
            BankReport report = currentActor.as(actor, () -> readBankFile.read(event.getFileName(), bytes));
            event.getUI().access(() -> {
                problem.setText("");
                whenRead.accept(report);
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
        return getTranslation("payment.screen.upload." + key, args);
    }
}
