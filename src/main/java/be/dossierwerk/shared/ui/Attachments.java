package be.dossierwerk.shared.ui;

import be.dossierwerk.shared.AttachedFile;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;

/** Files that go with a form: chosen or dropped, listed, taken away again; what is wrong with them stands beside them. At most 25 MB each, and not too many. */
public class Attachments extends Div {

    private static final int MEGABYTES = 25;
    /** They wait in the memory of the server until the form is sent. */
    private static final int MEGABYTES_TOGETHER = 100;

    private final transient List<AttachedFile> files = new ArrayList<>();
    private final UnorderedList attached = new UnorderedList();
    private final Div problem = new Div();

    public Attachments() {
        FileUpload upload = FileUpload.ofScans((name, content) -> keep(new AttachedFile(name, content)), MEGABYTES, this::problem).withoutList();
        attached.addClassName("dw-application-filelist");
        problem.addClassName("dw-problem");
        problem.getElement().setAttribute("role", "alert");
        add(attached, problem, upload);
    }

    /** In the order in which they came. */
    public List<AttachedFile> files() {
        return List.copyOf(files);
    }

    /** What is wrong with the files; empty when nothing is. */
    public void problem(String says) {
        problem.setText(says);
    }

    private void keep(AttachedFile file) {
        getUI().ifPresent(ui -> ui.access(() -> {
            String tooMuch = tooMuch(file);
            problem(tooMuch);
            if (!tooMuch.isEmpty()) {
                return;
            }
            files.add(file);
            ListItem item = new ListItem();
            Button remove = new Button(text("remove"), click -> {
                files.remove(file);
                attached.remove(item);
            });
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            remove.setAriaLabel(text("remove-one", file.fileName()));
            item.add(new Div(new Span(file.fileName())), remove);
            attached.add(item);
        }));
    }

    private String tooMuch(AttachedFile more) {
        if (files.size() == AttachedFile.MOST) {
            return text("too-many", AttachedFile.MOST);
        }
        long together = more.content().length + files.stream().mapToLong(each -> each.content().length).sum();
        return together > MEGABYTES_TOGETHER * (long) FileUpload.MEBIBYTE ? text("too-large-together", MEGABYTES_TOGETHER) : "";
    }

    private String text(String key, Object... args) {
        return getTranslation("shared.files." + key, args);
    }
}
