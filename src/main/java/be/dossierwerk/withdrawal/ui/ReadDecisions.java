package be.dossierwerk.withdrawal.ui;

import be.dossierwerk.casework.SigningReads;
import be.dossierwerk.withdrawal.Batches;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.IFrame;
import java.util.List;

/** The decisions of a batch one after the other before the signatory; leaving one by the button marks it as read. */
class ReadDecisions extends Dialog {

    private final transient List<Batches.Item> unread;
    private final transient SigningReads reads;
    private final IFrame decision = new IFrame();
    private final Button next = new Button();
    private int at;

    /** @param whenClosed draws the page again */
    ReadDecisions(List<Batches.Item> unread, SigningReads reads, Runnable whenClosed) {
        this.unread = List.copyOf(unread);
        this.reads = reads;
        addClassName("dw-batch-reading");
        setWidth("60rem");
        setHeight("90vh");
        decision.addClassName("dw-batch-decision");
        decision.setSizeFull();
        next.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        next.addClickListener(click -> readAndNext());
        next.setAutofocus(true);
        add(decision);
        getFooter().add(new Button(getTranslation("withdrawal.batch.screen.stop-reading"), click -> close()), next);
        addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                whenClosed.run();
            }
        });
        draw();
    }

    private void readAndNext() {
        reads.read(unread.get(at).document());
        at++;
        if (at == unread.size()) {
            close();
        } else {
            draw();
        }
    }

    private void draw() {
        Batches.Item item = unread.get(at);
        setHeaderTitle(getTranslation("withdrawal.batch.screen.reading", item.name(), at + 1, unread.size()));
        decision.setSrc("documenten/" + item.document() + "#navpanes=0&view=FitH");
        decision.setTitle(item.name() + " (" + item.dossier() + ")");
        next.setText(getTranslation(at + 1 == unread.size() ? "withdrawal.batch.screen.read-last" : "withdrawal.batch.screen.read-next"));
    }
}
