package be.dossierwerk.infringement.ui;

import be.dossierwerk.dossier.DossierSection;
import be.dossierwerk.infringement.InfringementFile;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.ui.CardTable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.stream.Stream;

/** Each condition of a withdrawal with its last day, the proof that came and the verdict. */
@org.springframework.stereotype.Component
class FollowUpSection implements DossierSection {

    private final InfringementFile files;

    FollowUpSection(InfringementFile files) {
        this.files = files;
    }

    @Override
    public int order() {
        return 36;
    }

    @Override
    public String title() {
        return "infringement.section.conditions";
    }

    @Override
    public boolean shows(String dossier) {
        return files.follows(dossier);
    }

    @Override
    public Component of(String dossier) {
        Div section = new Div();
        files.followUp(dossier).ifPresent(followUp -> {
            Paragraph from = new Paragraph(text(section, "conditions.from") + " ");
            from.add(new Anchor("dossier/" + followUp.infringementCase(), followUp.infringementCase()));
            section.add(from);
            if (followUp.extended()) {
                section.add(new Paragraph(text(section, "conditions.extended")));
            }
            section.add(followUp.conditions().isEmpty() ? new Paragraph(text(section, "conditions.none")) : conditions(section, followUp));
        });
        return section;
    }

    private static Component conditions(Component at, InfringementFile.FollowUp followUp) {
        CardTable table = new CardTable(at.getTranslation("infringement.section.conditions"), Stream.of("condition", "proof", "last-day", "received", "verdict", "why")
                .map(column -> text(at, "column." + column)).toList());
        followUp.conditions().forEach(each -> table.row(each.number() + ". " + each.content(), each.proof(), each.lastDay() == null ? "" : Dates.table(each.lastDay()),
                each.proofs().isEmpty() ? text(at, "conditions.no-proof") : String.join("; ", each.proofs()), text(at, "verdict." + each.state()), each.why()));
        return table;
    }

    private static String text(Component at, String key, Object... args) {
        return at.getTranslation("infringement.screen." + key, args);
    }
}
