package be.dossierwerk.shared.ui;

import be.dossierwerk.shared.AttachedFile;
import be.dossierwerk.shared.Refused;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Where somebody enters what came in: groups of fields, files, one button; what is wrong stands above them and nothing typed is lost.
 * A page that uses it takes {@code recognition.css}.
 */
public class FilingForm extends Div {

    private final RefusalSummary summary = new RefusalSummary();
    private final Attachments attachments = new Attachments();
    private final Map<String, Component> fields = new HashMap<>();
    private final Div foot = new Div();

    public FilingForm(String title, String what) {
        addClassName("dw-newapplication");
        foot.addClassName("dw-application-foot");
        add(new H1(title), new Paragraph(what), summary, foot);
    }

    /** The next group under its heading; a text says what it is for. */
    public void group(String title, Component... content) {
        H2 heading = new H2(title);
        Div group = new Div(heading);
        group.add(content);
        group.addClassName("dw-form-group");
        group.getElement().setAttribute("role", "group").setAttribute("aria-label", heading.getText());
        addComponentAtIndex(indexOf(foot), group);
    }

    /** Fields below each other, two to a row where there is room. */
    public static Div rows(Component... fields) {
        Div rows = new Div(fields);
        rows.addClassName("dw-application-rows");
        return rows;
    }

    /** A field with the name that the use case gives it. */
    public <T extends Component> T field(String name, T field) {
        fields.put(name, field);
        return field;
    }

    /** A field that must be filled: it shows so, and the use case says when it is not. */
    public <T extends Component> T required(String name, T field) {
        field.getElement().setProperty("required", true);
        return field(name, field);
    }

    /** Where files are chosen; part of one of the groups. */
    public Attachments attachments() {
        return attachments;
    }

    public List<AttachedFile> files() {
        return attachments.files();
    }

    /** The button. {@code file} gives the dossier number, which then opens; {@code done} says what happened to it. */
    public void send(String label, Supplier<String> file, UnaryOperator<String> done) {
        Button send = new Button(label);
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.setDisableOnClick(true);
        send.addClickListener(click -> {
            try {
                String dossier = file.get();
                Answers.good(done.apply(dossier));
                getUI().ifPresent(ui -> ui.navigate("dossier/" + dossier));
            } catch (Refused refused) {
                summary.show(refused, fields, attachments);
            } finally {
                send.setEnabled(true);
            }
        });
        foot.add(send);
    }
}
