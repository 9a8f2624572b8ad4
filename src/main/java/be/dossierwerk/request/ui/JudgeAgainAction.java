package be.dossierwerk.request.ui;

import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.request.DocumentJudgement;
import be.dossierwerk.request.JudgeDocument;
import be.dossierwerk.request.OpenbaarheidRequests;
import be.dossierwerk.request.OpennessExceptions;
import be.dossierwerk.shared.ui.ActDialog;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Changes the judgement of one document, before the decision is drafted or after it was sent back. */
@Component
class JudgeAgainAction implements DossierAction {

    private final JudgeDocument judgeDocument;
    private final OpenbaarheidRequests openbaarheid;
    private final OpennessExceptions exceptions;
    private final Clock clock;

    JudgeAgainAction(JudgeDocument judgeDocument, OpenbaarheidRequests openbaarheid, OpennessExceptions exceptions, Clock clock) {
        this.judgeDocument = judgeDocument;
        this.openbaarheid = openbaarheid;
        this.exceptions = exceptions;
        this.clock = clock;
    }

    @Override
    public String label() {
        return "request.judge.title";
    }

    @Override
    public boolean offered(String dossier) {
        return judgeDocument.available(dossier);
    }

    @Override
    public void open(String dossier, Runnable done) {
        ActDialog dialog = new ActDialog("request.judge.title", "request.judge.what", "request.judge.done");
        ComboBox<OpenbaarheidRequests.Item> item = dialog.field("item", new ComboBox<>(dialog.getTranslation("request.point.item")));
        item.setItems(openbaarheid.items(dossier).stream().filter(each -> each.judgement() != null).toList());
        item.setItemLabelGenerator(OpenbaarheidRequests.Item::description);
        ComboBox<DocumentJudgement> judgement = dialog.field("judgement", new ComboBox<>(dialog.getTranslation("request.judge.judgement")));
        judgement.setItems(DocumentJudgement.values());
        judgement.setItemLabelGenerator(code -> dialog.getTranslation("request.judgement." + code));
        ComboBox<OpennessExceptions.Ground> exception = dialog.field("exception", new ComboBox<>(dialog.getTranslation("request.judge.exception")));
        exception.setItems(exceptions.all(LocalDate.now(clock)));
        exception.setItemLabelGenerator(OpennessExceptions.Ground::inWords);
        TextArea reason = dialog.field("reason", new TextArea(dialog.getTranslation("request.judge.reason")));
        judgement.addValueChangeListener(change -> {
            boolean closed = change.getValue() != DocumentJudgement.OPENBAAR;
            exception.setVisible(closed);
            reason.setVisible(closed);
        });
        dialog.offer("request.judge.confirm", () -> judgeDocument.again(dossier, item.getValue() == null ? null : item.getValue().id(), judgement.getValue(),
                exception.getValue() == null ? null : exception.getValue().code(), reason.getValue()), done);
    }
}
