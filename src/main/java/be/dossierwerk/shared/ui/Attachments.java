package be.dossierwerk.shared.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.ArrayList;
import java.util.List;

/** Files that go with a form: chosen or dropped, listed, taken away again; what is wrong with them stands beside them. At most 25 MB each. */
public class Attachments extends Div {

    public record File(String name, byte[] content) { }

    private static final int MEGABYTES = 25;
    private static final int KIB = 1024;

    private final transient List<File> files = new ArrayList<>();
    private final UnorderedList attached = new UnorderedList();
    private final Div problem = new Div();

    public Attachments() {
        Upload upload = new Upload(UploadHandler.inMemory((file, content) -> keep(new File(file.fileName(), content))));
        upload.setAcceptedFileTypes("application/pdf", "image/png", "image/jpeg", "image/tiff", ".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff");
        upload.setMaxFileSize(MEGABYTES * KIB * KIB);
        upload.setUploadButton(new Button(text("choose")));
        upload.setDropLabel(new Span(text("drop")));
        upload.setI18n(new UploadI18N().setError(new UploadI18N.Error().setFileIsTooBig(text("wrong")).setIncorrectFileType(text("wrong"))
                .setTooManyFiles(text("wrong"))));
        upload.addFileRejectedListener(rejected -> problem(rejected.getErrorMessage()));
        upload.addAllFinishedListener(finished -> upload.clearFileList());
        attached.addClassName("dw-application-filelist");
        problem.addClassName("dw-application-problem");
        problem.getElement().setAttribute("role", "alert");
        add(attached, problem, upload);
    }

    /** In the order in which they came. */
    public List<File> files() {
        return List.copyOf(files);
    }

    /** What is wrong with the files; empty when nothing is. */
    public void problem(String says) {
        problem.setText(says);
    }

    private void keep(File file) {
        getUI().ifPresent(ui -> ui.access(() -> {
            problem("");
            files.add(file);
            ListItem item = new ListItem();
            Button remove = new Button(text("remove"), click -> {
                files.remove(file);
                attached.remove(item);
            });
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            remove.setAriaLabel(text("remove-one", file.name()));
            item.add(new Div(new Span(file.name())), remove);
            attached.add(item);
        }));
    }

    private String text(String key, Object... args) {
        return getTranslation("shared.files." + key, args);
    }
}
