package be.dossierwerk.appeal.ui;

import be.dossierwerk.appeal.RecordStatement;
import be.dossierwerk.appeal.StatementKind;
import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.ui.ActDialog;
import be.dossierwerk.shared.ui.DateField;
import com.vaadin.flow.component.combobox.ComboBox;
import org.springframework.stereotype.Component;

/** Lawyer or intake registers what came from the registry of the Council of State. */
@Component
class RecordStatementAction implements DossierAction {

    private static final String TEXTS = "appeal.rvs.record-statement.";

    private final RecordStatement recordStatement;
    private final CurrentActor currentActor;

    RecordStatementAction(RecordStatement recordStatement, CurrentActor currentActor) {
        this.recordStatement = recordStatement;
        this.currentActor = currentActor;
    }

    @Override
    public String label() {
        return "appeal.rvs.record-statement.title";
    }

    @Override
    public boolean offered(String dossier) {
        var actor = currentActor.get();
        return (actor.has(Roles.LAWYER) || actor.has(Roles.INTAKE)) && recordStatement.available(dossier);
    }

    @Override
    public void open(String dossier, Runnable done) {
        ActDialog dialog = new ActDialog("appeal.rvs.record-statement.title", "appeal.rvs.record-statement.what-happens", "appeal.rvs.record-statement.done");
        ComboBox<StatementKind> kind = dialog.field("kind", new ComboBox<>(dialog.getTranslation(TEXTS + "kind"), RecordStatement.CHOICES));
        kind.setItemLabelGenerator(each -> dialog.getTranslation("appeal.rvs.statement." + each));
        DateField day = dialog.field("day", new DateField(dialog.getTranslation(TEXTS + "day")));
        OneFile file = OneFile.in(dialog, TEXTS + "file");
        dialog.offer("appeal.rvs.record-statement.confirm", () -> file.explain(() -> recordStatement.record(dossier, kind.getValue(), day.getValue(), file.name(),
                file.content())), done);
    }
}
