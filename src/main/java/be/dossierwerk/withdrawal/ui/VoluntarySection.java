package be.dossierwerk.withdrawal.ui;

import be.dossierwerk.dossier.DossierSection;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.withdrawal.VoluntaryMatter;
import be.dossierwerk.withdrawal.VoluntaryRequests;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.stream.Stream;

/** What the undertaking asked, who signed, and what was still open. */
@org.springframework.stereotype.Component
class VoluntarySection implements DossierSection {

    private final VoluntaryRequests requests;
    private final Recognitions recognitions;

    VoluntarySection(VoluntaryRequests requests, Recognitions recognitions) {
        this.requests = requests;
        this.recognitions = recognitions;
    }

    @Override
    public int order() {
        return 31;
    }

    @Override
    public String title() {
        return "withdrawal.voluntary.title";
    }

    @Override
    public boolean shows(String dossier) {
        return requests.find(dossier).isPresent();
    }

    @Override
    public Component of(String dossier) {
        Div section = new Div();
        requests.find(dossier).ifPresent(request -> {
            var recognition = recognitions.of(request.recognition());
            DescriptionList list = new DescriptionList();
            list.addClassName("dw-facts");
            list.add(new DescriptionList.Term(text(section, "recognition")), new DescriptionList.Description(
                    new Anchor("register/" + recognition.recognitionNumber(), recognition.recognitionNumber())));
            fact(list, section, "reason", text(section, "reason." + request.reason()));
            fact(list, section, "explanation", request.explanation());
            fact(list, section, "successor", request.successor() == null ? null : EnterpriseNumber.format(request.successor()));
            fact(list, section, "effectiveOn", Dates.prose(request.effectiveOn()));
            fact(list, section, "signatory", request.signatory());
            fact(list, section, "may-bind", text(section, request.mayBind() == null ? "may-bind.unknown" : request.mayBind() ? "may-bind.yes" : "may-bind.no"));
            fact(list, section, "evidence", request.bindEvidence());
            section.add(list, new H3(text(section, "matters")), matters(section, requests.matters(dossier)));
        });
        return section;
    }

    private static Component matters(Component at, List<VoluntaryMatter> matters) {
        if (matters.isEmpty()) {
            return new Paragraph(text(at, "matters.none"));
        }
        CardTable table = new CardTable(text(at, "matters"), Stream.of("matter", "amount", "evidence", "settlement").map(key -> text(at, key)).toList());
        matters.forEach(matter -> table.row(text(at, "matter." + matter.kind()),
                matter.amount() == null ? "" : Euros.table(matter.amount(), UI.getCurrent().getLocale()), matter.evidence(),
                text(at, "settlement." + (matter.settlement() == null ? "NONE" : matter.settlement()))));
        return table;
    }

    private static void fact(DescriptionList list, Component at, String key, String value) {
        if (value != null && !value.isBlank()) {
            list.add(new DescriptionList.Term(text(at, key)), new DescriptionList.Description(value));
        }
    }

    private static String text(Component at, String key) {
        return at.getTranslation("withdrawal.screen." + key);
    }
}
