package be.dossierwerk.fine.ui;

import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.fine.FineModel;
import be.dossierwerk.fine.Fines;
import be.dossierwerk.fine.RecordFineRuling;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.ActDialog;
import be.dossierwerk.shared.ui.DateField;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Records the ruling on a fine whose procedure had ended before the appeal: then no task asks for it. */
@Component
class RecordFineRulingAction implements DossierAction {

    private final Fines fines;
    private final RecordFineRuling recordFineRuling;
    private final OpenWork openWork;
    private final CurrentActor currentActor;

    RecordFineRulingAction(Fines fines, RecordFineRuling recordFineRuling, OpenWork openWork, CurrentActor currentActor) {
        this.fines = fines;
        this.recordFineRuling = recordFineRuling;
        this.openWork = openWork;
        this.currentActor = currentActor;
    }

    @Override
    public String label() {
        return "fine.ruling.title";
    }

    @Override
    public boolean offered(String dossier) {
        var actor = currentActor.get();
        return (actor.has(Roles.FINES) || actor.has(Roles.LAWYER)) && fines.find(dossier).map(fine -> fine.underAppeal()).orElse(false)
                && openWork.ofDossier(dossier).stream().noneMatch(row -> row.taskKey().equals(FineModel.RECORD_RULING));
    }

    @Override
    public void open(String dossier, Runnable done) {
        ActDialog dialog = new ActDialog("fine.ruling.title", "fine.ruling.what-happens", "fine.ruling.done");
        ComboBox<String> code = dialog.field("code", new ComboBox<>(dialog.getTranslation("fine.ruling.code"), "BEVESTIGD", "VERMINDERD", "VERNIETIGD"));
        code.setItemLabelGenerator(item -> dialog.getTranslation("fine.ruling.code." + item));
        BigDecimalField amount = dialog.field("bedrag", new BigDecimalField(dialog.getTranslation("fine.ruling.new-amount")));
        amount.setLocale(Locale.forLanguageTag("nl-BE"));
        amount.setVisible(false);
        code.addValueChangeListener(change -> amount.setVisible("VERMINDERD".equals(change.getValue())));
        DateField on = dialog.field("uitgesprokenOp", new DateField(dialog.getTranslation("fine.ruling.on")));
        TextArea because = dialog.field("motivering", new TextArea(dialog.getTranslation("fine.ruling.why")));
        dialog.offer("fine.ruling.confirm", () -> {
            if (code.isEmpty()) {
                throw new Refused("fine.book.choose", List.of(new Refused.Field("code", "fine.book.choose")));
            }
            recordFineRuling.record(dossier, new RecordFineRuling.Ruling(code.getValue(), on.getValue(), amount.getValue(), because.getValue()));
        }, done);
    }
}
