package be.dossierwerk.appeal.ui;

import be.dossierwerk.appeal.AdministrativeFile;
import be.dossierwerk.appeal.AdministrativeFile.Item;
import be.dossierwerk.appeal.BeroepRvSFile;
import be.dossierwerk.appeal.Contests;
import be.dossierwerk.appeal.SealAdministrativeFile;
import be.dossierwerk.dossier.Words;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.CardTable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The inventory of the administrative file: what goes along, what stays behind and why, and after sealing whether it still matches. */
@Route(AdministrativeFileView.PATH + "/:nummer")
@RolesAllowed({Roles.LAWYER, Roles.AUDITOR})
@StyleSheet("context://inbox.css")
@StyleSheet("context://recognition.css")
@StyleSheet("context://appeal.css")
class AdministrativeFileView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "administratief-dossier";

    /** What a note needs to stay behind. */
    private record Choice(Checkbox leaveOut, TextField why) { }

    private final transient BeroepRvSFile file;
    private final transient Contests contests;
    private final transient AdministrativeFile files;
    private final transient SealAdministrativeFile sealFile;
    private final boolean maySeal;
    private final transient Map<UUID, Choice> choices = new LinkedHashMap<>();
    private String dossier = "";

    AdministrativeFileView(BeroepRvSFile file, Contests contests, AdministrativeFile files, SealAdministrativeFile sealFile, CurrentActor currentActor) {
        this.file = file;
        this.contests = contests;
        this.files = files;
        this.sealFile = sealFile;
        this.maySeal = currentActor.get().has(Roles.LAWYER);
        addClassNames("dw-newapplication", "dw-administrative-file");
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        dossier = event.getRouteParameters().get("nummer").orElse("");
        draw();
    }

    private void draw() {
        removeAll();
        choices.clear();
        var petition = file.find(dossier);
        if (petition.isEmpty()) {
            add(new H1(text("title")), new Paragraph(text("unknown")));
            return;
        }
        files.read(dossier);
        add(new H1(text("heading", dossier)), new Paragraph(text("about", petition.get().roleNumber(), contests.of(dossier).orElseThrow().contested())),
                new Paragraph(new Anchor("dossier/" + dossier, text("to-dossier"))));
        List<Item> items = files.items(dossier);
        files.seal(dossier).ifPresentOrElse(seal -> sealed(seal, items), () -> unsealed(items));
    }

    private void unsealed(List<Item> items) {
        add(new Paragraph(text("what")));
        if (items.isEmpty()) {
            add(new Paragraph(text("empty")));
            return;
        }
        if (!maySeal) {
            add(table(items, item -> new Span(text("goes"))));
            return;
        }
        add(table(items, this::choice));
        Button seal = new Button(text("do-seal"), click -> seal());
        seal.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div foot = new Div(seal);
        foot.addClassName("dw-application-foot");
        add(foot);
    }

    private void sealed(AdministrativeFile.Seal seal, List<Item> items) {
        List<Item> kept = items.stream().filter(item -> item.number() != null).toList();
        add(new Paragraph(text("is-sealed", Dates.prose(seal.sealedAt().atZoneSameInstant(MovableClock.BRUSSELS).toLocalDate()), seal.sealedByName(), kept.size(),
                kept.stream().mapToInt(Item::pages).sum())));
        AdministrativeFile.Check check = files.check(dossier);
        if (!check.inventoryIntact()) {
            add(warning(text("inventory-differs")));
        }
        if (!check.changed().isEmpty()) {
            add(warning(text("differs", titles(check.changed()))));
        }
        if (check.matches()) {
            Paragraph matches = new Paragraph(text("matches"));
            matches.addClassName("dw-file-matches");
            add(matches);
        }
        if (!check.added().isEmpty()) {
            add(new Paragraph(text("added", titles(check.added()))));
        }
        Div links = new Div(outside("documenten/" + seal.document(), "inventory"));
        if (check.matches()) {
            links.add(outside(AdministrativeFilePage.PATH + "/" + dossier, "download"));
        }
        links.addClassName("dw-file-links");
        add(links, table(items, item -> new Span(item.leftOut() == null ? text("goes") : text("left-out", item.leftOut()))));
    }

    private Component choice(Item item) {
        if (!item.note()) {
            return new Span(text("goes"));
        }
        Checkbox leaveOut = new Checkbox(text("leave-out"));
        TextField why = new TextField(text("why"));
        why.setManualValidation(true);
        why.setVisible(false);
        leaveOut.addValueChangeListener(change -> why.setVisible(change.getValue()));
        choices.put(item.source(), new Choice(leaveOut, why));
        return new Div(leaveOut, why);
    }

    private void seal() {
        Map<UUID, String> leftOut = new HashMap<>();
        choices.forEach((source, choice) -> {
            if (choice.leaveOut().getValue()) {
                leftOut.put(source, choice.why().getValue());
            }
        });
        try {
            sealFile.seal(dossier, leftOut);
            Answers.good(text("did-seal"));
            draw();
        } catch (Refused refused) {
            Answers.refused(this, refused, choices.entrySet().stream().collect(Collectors.toMap(entry -> entry.getKey().toString(), entry -> entry.getValue().why())));
        }
    }

    private CardTable table(List<Item> items, java.util.function.Function<Item, Component> keep) {
        CardTable table = new CardTable(text("title"), Stream.of("number", "title", "dated", "pages", "bytes", "sha256", "keep").map(column -> text("column." + column)).toList());
        for (Item item : items) {
            Span kind = new Span(Words.of(this, "dossier.kind.", item.kind()));
            kind.addClassName("dw-note");
            Span sum = new Span(item.sha256().substring(0, 12) + "\u2026");
            sum.setTitle(item.sha256());
            sum.addClassName("dw-file-sum");
            table.row(CardTable.text(item.number() == null ? "\u2013" : item.number().toString()), new Div(title(item), kind), CardTable.text(Dates.table(item.dated())),
                    CardTable.text(String.valueOf(item.pages())), CardTable.text(text("bytes", item.bytes())), sum, keep.apply(item));
        }
        return table;
    }

    private Component title(Item item) {
        if (item.note()) {
            return new Div(new Span(item.title()));
        }
        Anchor open = new Anchor("documenten/" + item.source(), item.title(), AnchorTarget.BLANK);
        open.setRouterIgnore(true);
        return new Div(open);
    }

    private Anchor outside(String address, String key) {
        Anchor anchor = new Anchor(address, text(key), AnchorTarget.BLANK);
        anchor.setRouterIgnore(true);
        return anchor;
    }

    private static Div warning(String says) {
        Div warning = new Div(new Span(says));
        warning.addClassName("dw-file-differs");
        warning.getElement().setAttribute("role", "alert");
        return warning;
    }

    private static String titles(List<Item> items) {
        return items.stream().map(Item::title).collect(Collectors.joining(", "));
    }

    private String text(String key, Object... args) {
        return getTranslation("appeal.rvs.file." + key, args);
    }
}
