package be.dossierwerk.procedurechange.ui;

import be.dossierwerk.procedurechange.ProcedureFiles;
import be.dossierwerk.procedurechange.ProcedureFiles.Kind;
import be.dossierwerk.procedurechange.ProcedureFiles.ProcedureFile;
import be.dossierwerk.shared.ui.ActDialog;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Asks which procedure or building block changes, and why. */
final class StartChangeDialog {

    private StartChangeDialog() { }

    /** {@code opened} gets the number of the change. */
    static void open(ChangeServices services, Consumer<String> opened) {
        ActDialog dialog = new ActDialog("procedurechange.start.title", "procedurechange.start.what-happens", "procedurechange.start.done");
        ComboBox<ProcedureFile> procedure = dialog.field("procedure", new ComboBox<>(dialog.getTranslation("procedurechange.screen.procedure")));
        procedure.setItems(ProcedureFiles.of(services.published().current()).stream().filter(file -> file.kind() == Kind.PROCEDURE || file.kind() == Kind.BOUWSTEEN).toList());
        procedure.setItemLabelGenerator(file -> file.kind() == Kind.BOUWSTEEN ? dialog.getTranslation("procedurechange.screen.block", file.name()) : file.name());
        TextField title = dialog.field("title", new TextField(dialog.getTranslation("procedurechange.screen.name")));
        title.setHelperText(dialog.getTranslation("procedurechange.screen.name.help"));
        TextArea reason = dialog.field("reason", new TextArea(dialog.getTranslation("procedurechange.screen.why")));
        reason.setMinRows(3);
        AtomicReference<String> number = new AtomicReference<>();
        dialog.offer("procedurechange.start.confirm", () -> number.set(services.start().start(title.getValue(), reason.getValue(),
                procedure.isEmpty() ? null : procedure.getValue().path())), () -> opened.accept(number.get()));
    }
}
