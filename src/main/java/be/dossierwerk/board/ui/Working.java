package be.dossierwerk.board.ui;

import be.dossierwerk.shared.Refused;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** Stands where the outcome of long work will stand, looks until it is there, and says why when there is none. The page may be left meanwhile. */
class Working<T> extends Div {

    private static final int POLL_MILLIS = 400;
    private static final int CALM = -1;

    private final transient CompletableFuture<T> work;
    private final transient Consumer<T> then;
    private transient Registration polling;

    /** {@code says}: what is being done, in words. */
    Working(String says, CompletableFuture<T> work, Consumer<T> then) {
        this.work = work;
        this.then = then;
        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", says);
        getElement().setAttribute("role", "status");
        add(new Paragraph(says), bar);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        polling = attach.getUI().addPollListener(poll -> look());
        attach.getUI().setPollInterval(POLL_MILLIS);
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        calm();
        super.onDetach(detach);
    }

    private void calm() {
        if (polling != null) {
            polling.remove();
            polling = null;
            getUI().ifPresent(ui -> ui.setPollInterval(CALM));
        }
    }

    private void look() {
        if (!work.isDone()) {
            return;
        }
        calm();
        removeAll();
        T result;
        try {
            result = work.join();
        } catch (CompletionException failed) {
            getElement().setAttribute("role", "alert");
            add(new Paragraph(failed.getCause() instanceof Refused refused ? getTranslation(refused.key(), refused.args()) : getTranslation("board.work.failed")));
            return;
        }
        then.accept(result);
    }
}
