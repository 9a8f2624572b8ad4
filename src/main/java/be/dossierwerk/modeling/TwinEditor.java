package be.dossierwerk.modeling;

import elemental.json.JsonObject;

/** A table or a form: changed where it is drawn, and read as a twin below it that says everything. */
abstract class TwinEditor extends FileEditor {

    private final String changed;

    TwinEditor(String script, String label, String changed) {
        super(script);
        this.changed = changed;
        addClassName("dw-file-editor");
        canvas.addClassName("dw-file-canvas");
        canvas.getElement().setAttribute("aria-label", getTranslation(label));
        add(bar, canvas);
    }

    @Override
    void want(JsonObject wanted, JsonObject texts) {
        texts.put("failed", getTranslation("modeling.file.failed"));
        texts.put("changed", dutch(changed));
    }

    @Override
    void readOnlyChanged() {
        canvas.setVisible(!isReadOnly());
        bar.setVisible(!isReadOnly());
    }
}
