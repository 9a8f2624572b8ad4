package be.dossierwerk.dossier.ui;

import be.dossierwerk.dossier.AttachDocument;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.dossier.ShowDossier;
import be.dossierwerk.dossier.Words;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.DateField;
import be.dossierwerk.shared.ui.FileUpload;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;

/** Adds a document: the file, what it is, its name and the day it carries. */
class AttachDialog extends Dialog {

    private final ComboBox<String> kind = new ComboBox<>();
    private final TextField title = new TextField();
    private final DateField dated;
    private final Paragraph fileProblem = new Paragraph();
    private transient byte[] content;
    private String fileName;

    AttachDialog(ShowDossier.Sheet sheet, AttachDocument attach, Runnable changed) {
        setHeaderTitle(getTranslation("dossier.attach.open"));
        addClassName("dw-attach");
        FileUpload upload = FileUpload.ofScans(this::taken, AttachDocument.MOST_MEGABYTES, this::problem);
        upload.setMaxFiles(1);
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
}
