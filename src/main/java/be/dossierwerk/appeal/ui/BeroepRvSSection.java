package be.dossierwerk.appeal.ui;

import be.dossierwerk.appeal.AdministrativeFile;
import be.dossierwerk.appeal.BeroepRvSFile;
import be.dossierwerk.appeal.Contests;
import be.dossierwerk.appeal.NotifiedDecisions;
import be.dossierwerk.dossier.DossierSection;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.ui.CardTable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The appeal to the Council of State: on its own dossier, and on the dossier of the contested decision. */
@org.springframework.stereotype.Component
class BeroepRvSSection implements DossierSection {

    private final BeroepRvSFile file;
    private final Contests contests;
    private final NotifiedDecisions decisions;
    private final AdministrativeFile administrativeFile;
    private final CurrentActor currentActor;

    BeroepRvSSection(BeroepRvSFile file, Contests contests, NotifiedDecisions decisions, AdministrativeFile administrativeFile, CurrentActor currentActor) {
        this.file = file;
        this.contests = contests;
        this.decisions = decisions;
        this.administrativeFile = administrativeFile;
        this.currentActor = currentActor;
    }

    @Override
    public int order() {
        return 38;
    }

    @Override
    public String title() {
        return "appeal.rvs.section.title";
    }

    @Override
    public boolean shows(String dossier) {
        return !appeals(dossier).isEmpty();
    }

    @Override
    public Component of(String dossier) {
        Div section = new Div();
        for (BeroepRvSFile.Petition petition : appeals(dossier)) {
            section.add(facts(section, petition, !petition.dossier().equals(dossier)), rulings(section, petition.dossier()));
            if (petition.dossier().equals(dossier)) {
                section.add(new H3(text(section, "statements")), statements(section, dossier));
            }
        }
        return section;
    }

    private List<BeroepRvSFile.Petition> appeals(String dossier) {
        return Stream.concat(file.find(dossier).stream(), contests.against(dossier).stream().flatMap(contest -> file.find(contest.appeal()).stream())).toList();
    }

    private Component facts(Component at, BeroepRvSFile.Petition petition, boolean seenFromContested) {
        DescriptionList list = new DescriptionList();
        list.addClassName("dw-facts");
        contests.of(petition.dossier()).ifPresent(contest -> {
            Anchor to = new Anchor("dossier/" + (seenFromContested ? petition.dossier() : contest.contested()), seenFromContested ? petition.dossier()
                    : decisions.find(contest.besluit()).map(each -> text(at, "contested.value", Dates.prose(each.signedOn()), contest.contested())).orElse(contest.contested()));
            list.add(new DescriptionList.Term(text(at, seenFromContested ? "appeal" : "contested")), new DescriptionList.Description(to));
        });
        fact(list, at, "roleNumber", petition.roleNumber());
        fact(list, at, "kind", at.getTranslation("appeal.rvs.screen.kind." + petition.kind()));
        fact(list, at, "chamber", petition.chamber());
        fact(list, at, "petitionOn", Dates.prose(petition.petitionOn()));
        fact(list, at, "servedOn", Dates.prose(petition.servedOn()));
        var seal = administrativeFile.seal(petition.dossier());
        Div sealed = new Div(new Span(seal.map(each -> text(at, "file.sealed", Dates.prose(each.sealedAt().atZoneSameInstant(MovableClock.BRUSSELS).toLocalDate()), each.sealedByName()))
                .orElse(text(at, "file.none"))));
        if (currentActor.get().has(Roles.LAWYER)) {
            sealed.add(new Span(" "), new Anchor(AdministrativeFileView.PATH + "/" + petition.dossier(), text(at, "file.open")));
        }
        list.add(new DescriptionList.Term(text(at, "file")), new DescriptionList.Description(sealed));
        if (petition.restartLabel() != null) {
            fact(list, at, "restart", text(at, "restart.value", petition.restartLabel(), petition.restartReason()));
        }
        return list;
    }

    private Component rulings(Component at, String appeal) {
        List<BeroepRvSFile.Ruling> rulings = file.rulings(appeal);
        if (rulings.isEmpty()) {
            return new Paragraph(text(at, "state.none"));
        }
        CardTable table = table(at, "rulings", "day", "ruling", "number", "grounds");
        rulings.forEach(each -> table.row(CardTable.text(Dates.table(each.ruledOn())), CardTable.text(at.getTranslation("appeal.rvs.ruling." + each.ruling())),
                document(each.document(), each.number()), CardTable.text(each.grounds())));
        return new Div(new H3(text(at, "rulings")), table);
    }

    private Component statements(Component at, String appeal) {
        List<BeroepRvSFile.Statement> statements = file.statements(appeal);
        if (statements.isEmpty()) {
            return new Paragraph(text(at, "statements.none"));
        }
        CardTable table = table(at, "statements", "day", "statement", "who", "remark");
        statements.forEach(each -> {
            String name = at.getTranslation("appeal.rvs.statement." + each.kind());
            table.row(CardTable.text(Dates.table(each.day())), each.document() == null ? CardTable.text(name) : document(each.document(), name),
                    CardTable.text(text(at, "from." + each.kind().from())), CardTable.text(each.remark()));
        });
        return table;
    }

    private static Component document(UUID id, String name) {
        Anchor open = new Anchor("documenten/" + id, name, AnchorTarget.BLANK);
        open.setRouterIgnore(true);
        return open;
    }

    private static CardTable table(Component at, String title, String... columns) {
        return new CardTable(text(at, title), Stream.of(columns).map(column -> text(at, "column." + column)).toList());
    }

    private static void fact(DescriptionList list, Component at, String key, String value) {
        if (value != null && !value.isBlank()) {
            list.add(new DescriptionList.Term(text(at, key)), new DescriptionList.Description(value));
        }
    }

    private static String text(Component at, String key, Object... args) {
        return at.getTranslation("appeal.rvs.section." + key, args);
    }
}
