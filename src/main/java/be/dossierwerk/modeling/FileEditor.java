package be.dossierwerk.modeling;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import elemental.json.Json;
import elemental.json.JsonObject;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A file that is changed in the browser as a whole: a diagram, a table or a form, with the same bar for the three.
 * Keeps nothing: every change goes to who listens, undo and redo too, because they survive the browser.
 */
@StyleSheet("context://modeling.css")
public abstract class FileEditor extends Div {

    /** A change of the file: the whole text, what was done in a few Dutch words, and the revision it was drawn on. */
    @FunctionalInterface
    public interface Changed {
        void changed(String text, String what, long revision);
    }

    static final Locale DUTCH = Locale.forLanguageTag("nl");

    final Div canvas = new Div();
    final Div bar = new Div();
    private final String script;
    private final Button undo = act("modeling.editor.undo", "undo");
    private final Button redo = act("modeling.editor.redo", "redo");
    private final transient Map<Integer, Long> drawnOn = new HashMap<>();
    private transient Changed onChange = (text, what, revision) -> { };
    private transient Runnable onUndo = () -> { };
    private transient Runnable onRedo = () -> { };
    private String file;
    private int drawing;
    private boolean readOnly;

    /** @param script the function of modeling.js that shows the file */
    FileEditor(String script) {
        this.script = script;
        canvas.getElement().setAttribute("role", "group");
        bar.addClassName("dw-editor-bar");
        bar.add(undo, redo);
        setHistory(false, false);
    }

    /** What is said beside the drawing, of the file as it is now. */
    abstract void read(String text);

    /** The browser changed the file; {@code chosen}: the element that is chosen there. */
    void drawn(String text, String chosen) {
        read(text);
    }

    /** What else the browser asks for. */
    void other(String act) { }

    /** What the browser needs besides the file. */
    void want(JsonObject wanted, JsonObject texts) { }

    /** Somebody may only read from now on, or may change again. */
    abstract void readOnlyChanged();

    final boolean isReadOnly() {
        return readOnly;
    }

    /** Shows a file as it is kept in that revision. */
    public void show(String text, long revision) {
        file = text;
        drawing++;
        drawnOn.put(drawing, revision);
        read(text);
        draw();
    }

    /** What was sent to the listener is kept as this revision; the screen stays as it is. */
    public void saved(long asRevision) {
        drawnOn.put(drawing, asRevision);
    }

    public void onChange(Changed listener) {
        onChange = listener;
    }

    public void onUndo(Runnable listener) {
        onUndo = listener;
    }

    public void onRedo(Runnable listener) {
        onRedo = listener;
    }

    /** Whether there is something to undo and to redo. */
    public final void setHistory(boolean canUndo, boolean canRedo) {
        undo.setEnabled(canUndo);
        redo.setEnabled(canRedo);
    }

    public void setReadOnly(boolean only) {
        boolean other = readOnly != only;
        readOnly = only;
        undo.setVisible(!only);
        redo.setVisible(!only);
        if (other) {
            readOnlyChanged();
            if (file != null) {
                read(file);
                draw();
            }
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        attached.getUI().getPage().addJavaScript("context://modeling.js");
        if (file != null) {
            draw();
        }
    }

    /** The file changed; {@code on} says which showing of it. */
    @ClientCallable
    void changed(String text, String what, int on, String chosen) {
        if (readOnly) {
            return;
        }
        if (on == drawing) {
            file = text;
            drawn(text, chosen);
        }
        onChange.changed(text, what, drawnOn.getOrDefault(on, 0L));
    }

    @ClientCallable
    void act(String act) {
        if (act.equals("undo") && undo.isEnabled() && !readOnly) {
            onUndo.run();
        } else if (act.equals("redo") && redo.isEnabled() && !readOnly) {
            onRedo.run();
        } else {
            other(act);
        }
    }

    /** What stays in the file and in the history of the change is Dutch, whoever draws. */
    final String dutch(String key, Object... args) {
        return getTranslation(DUTCH, key, args);
    }

    private void draw() {
        // What is not seen needs no drawing: the words beside it say all.
        if (!canvas.isVisible()) {
            return;
        }
        JsonObject texts = Json.createObject();
        texts.put("language", getLocale().getLanguage());
        JsonObject wanted = Json.createObject();
        wanted.put("script", script);
        wanted.put("file", file);
        wanted.put("drawing", drawing);
        wanted.put("readOnly", readOnly);
        want(wanted, texts);
        wanted.put("texts", texts);
        // The script may still be on its way: what is wanted waits at the element until it is there.
        getElement().executeJs("""
                this.wanted = Object.assign($0, {canvas: $1});
                if (window.dossierwerkDiagram) { window.dossierwerkDiagram[this.wanted.script](this); }""", wanted, canvas.getElement());
    }

    private Button act(String key, String act) {
        Button button = new Button(getTranslation(key));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        // The browser sends what it still has before it asks for this.
        button.getElement().setAttribute("data-editor-act", act);
        return button;
    }
}
