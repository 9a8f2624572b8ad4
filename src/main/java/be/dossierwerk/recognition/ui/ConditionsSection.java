package be.dossierwerk.recognition.ui;

import be.dossierwerk.dossier.DossierSection;
import be.dossierwerk.recognition.RecognitionFile;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.stream.Stream;

/** The conditions C01 to C19 with what was proposed, decided, where it was seen and the evidence. */
@org.springframework.stereotype.Component
class ConditionsSection implements DossierSection {

    private final RecognitionFile files;

    ConditionsSection(RecognitionFile files) {
        this.files = files;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String title() {
        return "recognition.section.conditions";
    }

    @Override
    public boolean shows(String dossier) {
        return files.of(dossier).map(file -> !file.conditions().isEmpty()).orElse(false);
    }

    @Override
    public Component of(String dossier) {
        NativeTable table = new NativeTable();
        table.addClassName("dw-table");
        NativeTableRow head = new NativeTableRow();
        Stream.of("condition.condition", "condition.result", "condition.source", "screen.conditions.evidence").forEach(column -> {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(table.getTranslation("recognition." + column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        });
        table.getHead().add(head);
        files.of(dossier).ifPresent(file -> file.conditions().forEach(condition -> table.getBody().add(row(table, condition))));
        return table;
    }

    private static NativeTableRow row(Component at, RecognitionFile.Condition condition) {
        NativeTableRow row = new NativeTableRow();
        row.addDataCell().setText(condition.code() + " " + at.getTranslation("recognition.condition." + condition.code()));
        row.addDataCell().setText(condition.result() != null ? at.getTranslation("recognition.result." + condition.result())
                : at.getTranslation("recognition.condition.proposed", at.getTranslation("recognition.result." + condition.proposed())));
        row.addDataCell().setText(condition.source() == null ? "" : condition.source());
        row.addDataCell().setText(condition.evidence() != null ? condition.evidence() : condition.why() == null ? "" : condition.why());
        return row;
    }
}
