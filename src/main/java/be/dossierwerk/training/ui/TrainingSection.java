package be.dossierwerk.training.ui;

import be.dossierwerk.dossier.DossierSection;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.PageLink;
import be.dossierwerk.training.ApprovalChanges;
import be.dossierwerk.training.Training;
import be.dossierwerk.training.TrainingStatus;
import be.dossierwerk.training.Trainings;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was filed, what the committee said, and for a group file where each of its trainings stands. */
@org.springframework.stereotype.Component
class TrainingSection implements DossierSection {

    private final Trainings trainings;
    private final ApprovalChanges changes;

    TrainingSection(Trainings trainings, ApprovalChanges changes) {
        this.trainings = trainings;
        this.changes = changes;
    }

    @Override
    public int order() {
        return 32;
    }

    @Override
    public String title() {
        return "training.section.approval";
    }

    @Override
    public boolean shows(String dossier) {
        return trainings.find(dossier).isPresent() || trainings.file(dossier).isPresent();
    }

    @Override
    public Component of(String dossier) {
        Div section = new Div();
        trainings.find(dossier).ifPresent(training -> one(section, training));
        String number = trainings.find(dossier).map(Training::file).orElse(dossier);
        List<Training> all = trainings.ofFile(number);
        if (all.size() > 1) {
            Anchor whole = new PageLink(TrainingFileView.PATH + "/" + number, text(section, "to-file"));
            section.add(new H3(text(section, "of-file")), new Paragraph(whole), table(section, all));
        }
        List<String> partners = trainings.find(dossier).map(training -> trainings.partners(number).getOrDefault(dossier, List.of())).orElse(null);
        List<Trainings.Undertaking> undertakings = trainings.undertakings(number).stream().filter(each -> partners == null || partners.contains(each.name())).toList();
        section.add(new H3(text(section, "undertakings")), new Paragraph(undertakings.isEmpty() ? text(section, "undertakings.none")
                : undertakings.stream().map(each -> each.name() + " (" + EnterpriseNumber.format(each.enterpriseNumber()) + ")").collect(Collectors.joining(", "))));
        section.add(new Paragraph(new Anchor("opleidingen", text(section, "to-list"))));
        return section;
    }

    private void one(Div section, Training training) {
        DescriptionList list = new DescriptionList();
        list.addClassName("dw-facts");
        fact(list, section, "training", training.title());
        fact(list, section, "status", text(section, "status." + training.status()));
        fact(list, section, "eligible", Dates.prose(training.eligibleFrom()));
        fact(list, section, "theme", text(section, "theme." + training.theme()));
        fact(list, section, "kind", text(section, "kind." + training.kind()));
        fact(list, section, "hours", training.hours().stripTrailingZeros().toPlainString().replace('.', ','));
        fact(list, section, "goal", training.goal());
        fact(list, section, "content", training.content());
        fact(list, section, "method", training.method());
        fact(list, section, "audience", training.audience());
        fact(list, section, "trainer", training.trainer() + ". " + training.experience());
        fact(list, section, "provider", training.providerName());
        fact(list, section, "sessions", trainings.sessions(training.dossier()).stream().map(each -> Dates.prose(each.heldOn()) + ", " + each.place())
                .collect(Collectors.joining("; ")));
        fact(list, section, "registration", training.registration());
        fact(list, section, "findings", training.findings());
        trainings.reaction(training.dossier()).ifPresent(reaction -> {
            fact(list, section, "reaction", reaction.summary());
            fact(list, section, "assessment", reaction.assessment());
        });
        if (training.status() == TrainingStatus.GOEDGEKEURD) {
            fact(list, section, "valid-to", training.validTo() == null ? text(section, "valid-to.none") : Dates.prose(training.validTo()));
        }
        changes.of(training.dossier()).forEach(change -> fact(list, section, "change", ChangeWords.of(section, change)));
        section.add(list);
    }

    private static Component table(Component at, List<Training> all) {
        CardTable table = new CardTable(text(at, "of-file"), Stream.of("number", "training", "status", "eligible").map(key -> text(at, key)).toList());
        all.forEach(each -> table.row(new Anchor("dossier/" + each.dossier(), each.dossier()), CardTable.text(each.title()),
                CardTable.text(text(at, "status." + each.status())), CardTable.text(Dates.table(each.eligibleFrom()))));
        return table;
    }

    private static void fact(DescriptionList list, Component at, String key, String value) {
        if (value != null && !value.isBlank()) {
            list.add(new DescriptionList.Term(text(at, key)), new DescriptionList.Description(value));
        }
    }

    private static String text(Component at, String key) {
        return at.getTranslation("training.screen." + key);
    }
}
