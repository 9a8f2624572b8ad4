package be.dossierwerk.recognition.ui;

import be.dossierwerk.recognition.AttachmentKind;
import be.dossierwerk.recognition.IntakeDrafts;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.FileUpload;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.text.NumberFormat;
import java.util.List;
import java.util.UUID;

/** The scans that came with a paper application: kept on the server as soon as they are there, each with what it is. */
class ApplicationFiles extends Div {

    private static final int MEGABYTES = 25;
    private static final int KIB = 1024;

    private final transient IntakeDrafts drafts;
    private final UUID action;
    private final UnorderedList list = new UnorderedList();
    private final Div problems = new Div();
    private int underWay;

    ApplicationFiles(IntakeDrafts drafts, UUID action, List<IntakeDrafts.File> files) {
        this.drafts = drafts;
        this.action = action;
        addClassNames("dw-form-group", "dw-application-files");
        H2 heading = new H2(text("group.files"));
        getElement().setAttribute("role", "group").setAttribute("aria-label", heading.getText());
        list.addClassName("dw-application-filelist");
        problems.addClassName("dw-problem");
        problems.getElement().setAttribute("role", "alert");
        files.forEach(this::show);
        add(heading, new Paragraph(text("group.files.help")), list, problems, upload());
    }

    /** A file is still on its way: an application that went now would go without it. */
    boolean isBusy() {
        return underWay > 0;
    }

    private FileUpload upload() {
        FileUpload upload = FileUpload.ofScans(this::keep, MEGABYTES, problems::setText).withoutList();
        upload.getElement().addEventListener("upload-start", started -> underWay++);
        for (String end : new String[] {"upload-success", "upload-error", "upload-abort"}) {
            upload.getElement().addEventListener(end, ended -> underWay = Math.max(0, underWay - 1));
        }
        return upload;
    }

    private void keep(String fileName, byte[] content) {
        problems.setText("");
        try {
            show(drafts.addFile(action, AttachmentKind.guess(fileName).name(), fileName, content));
        } catch (Refused refused) {
            problems.setText(getTranslation(refused.key(), refused.args()));
        }
    }

    private void show(IntakeDrafts.File file) {
        Select<String> kind = new Select<>();
        kind.setItems(List.of(AttachmentKind.values()).stream().map(Enum::name).toList());
        kind.setItemLabelGenerator(code -> text("attachment." + code));
        kind.setValue(file.kind());
        kind.setAriaLabel(text("files.kind", file.fileName()));
        kind.addValueChangeListener(change -> drafts.kind(file.id(), change.getValue()));
        Span size = new Span(size(file.bytes()));
        size.addClassName("dw-note");
        Span name = new Span(file.fileName());
        name.addClassName("dw-application-filename");
        ListItem item = new ListItem();
        Button remove = new Button(text("remove"), click -> {
            drafts.removeFile(file.id());
            list.remove(item);
        });
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        remove.setAriaLabel(text("files.remove", file.fileName()));
        item.add(new Div(name, size), kind, remove);
        list.add(item);
    }

    private String size(long bytes) {
        NumberFormat number = NumberFormat.getNumberInstance(getLocale());
        number.setMaximumFractionDigits(1);
        return bytes < KIB * KIB ? number.format(Math.max(1, bytes / KIB)) + " kB" : number.format(bytes / (double) (KIB * KIB)) + " MB";
    }

    private String text(String key, Object... args) {
        return getTranslation("recognition.screen." + key, args);
    }
}
