package be.dossierwerk.infringement.ui;

import be.dossierwerk.dossier.DossierSection;
import be.dossierwerk.dossier.Words;
import be.dossierwerk.infringement.InfringementFile;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;

/** The infringements with their state, the retention with its history, and what the table proposes. */
@org.springframework.stereotype.Component
class InfringementSection implements DossierSection {

    private final InfringementFile files;

    InfringementSection(InfringementFile files) {
        this.files = files;
    }

    @Override
    public int order() {
        return 35;
    }

    @Override
    public String title() {
        return "infringement.section";
    }

    @Override
    public boolean shows(String dossier) {
        return files.of(dossier).isPresent();
    }

    @Override
    public Component of(String dossier) {
        Div section = new Div();
        files.of(dossier).ifPresent(file -> {
            section.add(new H3(section.getTranslation("infringement.found")));
            UnorderedList found = new UnorderedList();
            file.infringements().forEach(each -> found.add(new ListItem("%s %s (%s)%s".formatted(each.code(), each.name(), Words.of(each.state()),
                    each.amount() == null ? "" : ", " + Euros.prose(each.amount())))));
            section.add(file.infringements().isEmpty() ? new Paragraph(section.getTranslation("infringement.none")) : found);
            if (file.severity() != null) {
                section.add(new Paragraph(section.getTranslation(file.repeated() ? "infringement.severity-repeated" : "infringement.severity", Words.of(file.severity()),
                        Euros.prose(file.undueAmount()))));
            }
            if (!file.proposal().isEmpty()) {
                section.add(new Paragraph(section.getTranslation("infringement.proposal", file.proposal())));
            }
            if (!file.retentions().isEmpty()) {
                section.add(new H3(section.getTranslation("infringement.retention")));
                UnorderedList lines = new UnorderedList();
                file.retentions().forEach(line -> lines.add(new ListItem("%s: %s, %s. %s".formatted(Dates.table(line.fromOn()), Words.of(line.entry()),
                        Euros.prose(line.blockedTotal()), line.reason()))));
                section.add(lines);
            }
        });
        return section;
    }
}
