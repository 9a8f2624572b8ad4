package be.dossierwerk.dossier.ui;

import be.dossierwerk.dossier.AttachDocument;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.dossier.ShowDossier;
import be.dossierwerk.dossier.Words;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.DateField;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.List;
import java.util.Map;

/** Adds a document: the file, what it is, its name and the day it carries. */
class AttachDialog extends Dialog {

    private final ComboBox<String> kind = new ComboBox<>();
    private final TextField title = new TextField();
    private final DateField dated;
    private final Paragraph fileProblem = new Paragraph();
    private final Upload upload;
    private transient byte[] content;
    private String fileName;

    AttachDialog(ShowDossier.Sheet sheet, AttachDocument attach, Runnable changed) {
        setHeaderTitle(getTranslation("dossier.attach.open"));
        addClassName("dw-attach");
        upload = new Upload(UploadHandler.inMemory((metadata, bytes) -> taken(metadata.fileName(), bytes)));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(AttachDocument.LIMIT_BYTES);
        upload.setAcceptedFileTypes("application/pdf", "image/png", "image/jpeg", "image/tiff", ".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff");
        upload.setI18n(words());
        upload.addFileRejectedListener(rejected -> problem(rejected.getErrorMessage()));
        upload.addFileRemovedListener(removed -> content = null);
        fileProblem.addClassName("dw-problem");
        fileProblem.getElement().setAttribute("role", "alert");
        fileProblem.setVisible(false);
        kind.setLabel(getTranslation("dossier.attach.kind"));
        kind.setItems(AttachDocument.KINDS.stream().filter(code -> sheet.mayReadConfidential() || !code.equals(Dossiers.CONFIDENTIAL_KIND)).toList());
        kind.setItemLabelGenerator(code -> Words.of(this, "dossier.kind.", code));
        kind.setRequiredIndicatorVisible(true);
        title.setLabel(getTranslation("dossier.attach.title"));
        title.setRequiredIndicatorVisible(true);
        dated = new DateField(getTranslation("dossier.attach.dated"));
        dated.setHelperText(getTranslation("dossier.attach.dated-help"));
        Button save = new Button(getTranslation("dossier.attach.do"), click -> save(sheet.details().number(), attach, changed));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div fields = new Div(upload, fileProblem, kind, title, dated);
        fields.addClassName("dw-fields");
        add(fields);
        getFooter().add(new Button(getTranslation("dossier.cancel"), click -> close()), save);
    }

    private void taken(String name, byte[] bytes) {
        getUI().ifPresent(ui -> ui.access(() -> {
            fileName = name;
            content = bytes;
            problem(null);
            if (title.isEmpty()) {
                title.setValue(name.replaceFirst("\\.[A-Za-z0-9]{1,5}$", ""));
            }
        }));
    }

    private void save(String number, AttachDocument attach, Runnable changed) {
        problem(null);
        try {
            attach.attach(number, kind.getValue(), title.getValue(), fileName, content, dated.getValue());
            close();
            Answers.good(getTranslation("dossier.attach.done", title.getValue()));
            changed.run();
        } catch (Refused refused) {
            Map<String, HasValidation> fields = Map.of("kind", kind, "title", title, "dated", dated);
            refused.fields().stream().filter(field -> field.name().equals("file")).findFirst()
                    .ifPresent(field -> problem(getTranslation(field.key(), field.args())));
            if (refused.fields().isEmpty()) {
                problem(getTranslation(refused.key(), refused.args()));
            } else if (refused.fields().stream().anyMatch(field -> fields.containsKey(field.name()))) {
                Answers.refused(this, refused, fields);
            }
        }
    }

    private void problem(String text) {
        fileProblem.setText(text == null ? "" : text);
        fileProblem.setVisible(text != null);
    }

    private UploadI18N words() {
        UploadI18N words = new UploadI18N();
        words.setDropFiles(new UploadI18N.DropFiles().setOne(getTranslation("dossier.upload.drop")).setMany(getTranslation("dossier.upload.drop")));
        words.setAddFiles(new UploadI18N.AddFiles().setOne(getTranslation("dossier.upload.choose")).setMany(getTranslation("dossier.upload.choose")));
        words.setError(new UploadI18N.Error().setTooManyFiles(getTranslation("dossier.upload.one"))
                .setFileIsTooBig(getTranslation("dossier.upload.too-large")).setIncorrectFileType(getTranslation("dossier.upload.type")));
        words.setUploading(new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status().setConnecting(getTranslation("dossier.upload.busy"))
                        .setStalled(getTranslation("dossier.upload.stalled")).setProcessing(getTranslation("dossier.upload.busy"))
                        .setHeld(getTranslation("dossier.upload.busy")))
                .setRemainingTime(new UploadI18N.Uploading.RemainingTime().setPrefix(getTranslation("dossier.upload.left"))
                        .setUnknown(getTranslation("dossier.upload.left-unknown")))
                .setError(new UploadI18N.Uploading.Error().setServerUnavailable(getTranslation("dossier.upload.failed"))
                        .setUnexpectedServerError(getTranslation("dossier.upload.failed")).setForbidden(getTranslation("dossier.upload.failed"))));
        words.setUnits(List.of("B", "kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"));
        return words;
    }
}
