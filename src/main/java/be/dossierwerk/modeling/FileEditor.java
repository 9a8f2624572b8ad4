package be.dossierwerk.modeling;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.html.Div;
import elemental.json.Json;
import elemental.json.JsonObject;
import java.util.HashMap;
import java.util.Map;

/** A file that is changed in the browser as a whole: a table or a form. Undo and redo are of who listens, because they survive the browser. */
abstract class FileEditor extends Div {

    private final String script;
    private final String changed;
    private final Div canvas = new Div();
    private final transient Map<Integer, Long> drawnOn = new HashMap<>();
    private transient DiagramEditor.Changed onChange = (file, what, revision) -> { };
    private transient Runnable onUndo = () -> { };
    private transient Runnable onRedo = () -> { };
    private String file;
    private int drawing;
    private boolean readOnly;

    FileEditor(String script, String label, String changed) {
        this.script = script;
        this.changed = changed;
        addClassNames("dw-file-editor");
        canvas.addClassName("dw-file-canvas");
        canvas.getElement().setAttribute("role", "group");
        canvas.getElement().setAttribute("aria-label", getTranslation(label));
        add(canvas);
    }

    /** What the twin says. */
    abstract void read(String text, boolean only);

    public void show(String text, long revision) {
        file = text;
        drawing++;
        drawnOn.put(drawing, revision);
        read(text, readOnly);
        draw();
    }

    /** What was sent to the listener is kept as this revision; the screen stays as it is. */
    public void saved(long asRevision) {
        drawnOn.put(drawing, asRevision);
    }

    public void onChange(DiagramEditor.Changed listener) {
        onChange = listener;
    }

    public void onUndo(Runnable listener) {
        onUndo = listener;
    }

    public void onRedo(Runnable listener) {
        onRedo = listener;
    }

    public void setReadOnly(boolean only) {
        if (readOnly != only) {
            readOnly = only;
            // The twin says all there is to read.
            canvas.setVisible(!only);
            if (file != null) {
                read(file, only);
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

    @ClientCallable
    void changed(String text, String what, int on) {
        if (readOnly) {
            return;
        }
        if (on == drawing) {
            file = text;
            read(text, readOnly);
        }
        onChange.changed(text, what, drawnOn.getOrDefault(on, 0L));
    }

    @ClientCallable
    void act(String act) {
        if (readOnly) {
            return;
        }
        if (act.equals("undo")) {
            onUndo.run();
        } else if (act.equals("redo")) {
            onRedo.run();
        }
    }

    private void draw() {
        if (readOnly) {
            return;
        }
        JsonObject texts = Json.createObject();
        texts.put("failed", getTranslation("modeling.file.failed"));
        texts.put("changed", getTranslation(DiagramEditor.DUTCH, changed));
        texts.put("language", getLocale().getLanguage());
        getElement().executeJs("""
                this.wanted = {script: $0, canvas: $1, file: $2, drawing: $3, texts: $4};
                if (window.dossierwerkDiagram) { window.dossierwerkDiagram[$0](this); }""", script, canvas.getElement(), file, drawing, texts);
    }
}
