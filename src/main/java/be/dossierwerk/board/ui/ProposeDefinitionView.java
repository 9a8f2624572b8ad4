package be.dossierwerk.board.ui;

import be.dossierwerk.board.BoardWork;
import be.dossierwerk.board.Definition;
import be.dossierwerk.board.Definition.Bound;
import be.dossierwerk.board.Definitions;
import be.dossierwerk.board.Definitions.Measure;
import be.dossierwerk.board.ProposeDefinition;
import be.dossierwerk.board.WeighDefinition;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a manager types the next version of a norm, or a new norm, and sees what it would do before proposing it. */
@Route(ProposeDefinitionView.PATH)
@RolesAllowed(Roles.MANAGER)
@StyleSheet("context://board.css")
class ProposeDefinitionView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = DefinitionsView.PATH + "/nieuw";

    private final transient Definitions definitions;
    private final transient ProposeDefinition proposeDefinition;
    private final transient WeighDefinition weighDefinition;
    private final transient BoardWork work;
    private final transient BoardWords words;
    private final List<LimitFields> limits = new ArrayList<>();
    private final Div limitsPlace = new Div();
    private final Div effect = new Div();
    private TextField code;
    private ComboBox<Measure> measure;
    private TextArea name;
    private BigDecimalField target;
    private IntegerField decimals;
    private ComboBox<Bound> bound;
    private TextArea source;
    private TextArea note;
    private TextArea reason;
    private String title = "";

    ProposeDefinitionView(Definitions definitions, ProposeDefinition proposeDefinition, WeighDefinition weighDefinition, BoardWork work) {
        this.definitions = definitions;
        this.proposeDefinition = proposeDefinition;
        this.weighDefinition = weighDefinition;
        this.work = work;
        words = new BoardWords(this, getLocale());
        addClassNames("dw-page", "dw-board");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Optional<String> norm = event.getLocation().getQueryParameters().getSingleParameter("norm");
        title = text(norm.isPresent() ? "propose-version" : "propose-norm");
        try {
            show(norm.map(each -> definitions.versions(each).get(0).definition()).orElse(null));
        } catch (Refused refused) {
            add(new H1(title), new WrongAddress(refused));
        }
    }

    private void show(Definition base) {
        code = new TextField(text("field.code"));
        measure = new ComboBox<>(text("field.measure"), definitions.measures());
        measure.setItemLabelGenerator(Measure::name);
        name = new TextArea(text("field.name"));
        target = new BigDecimalField(text("field.target"));
        target.setLocale(words.locale());
        target.setSuffixComponent(new Span("%"));
        target.setWidthFull();
        decimals = new IntegerField(text("field.decimals"));
        bound = new ComboBox<>(text("field.bound"), Bound.values());
        bound.setItemLabelGenerator(each -> getTranslation("board.norm.bound." + each));
        source = new TextArea(text("field.source"));
        note = new TextArea(text("field.note"));
        reason = new TextArea(text("reason"));
        measure.addValueChangeListener(change -> limits.forEach(this::choices));
        limits.clear();
        limitsPlace.removeAll();
        effect.removeAll();
        Div head = new Div(name, target, decimals, bound);
        head.addClassName("dw-board-limit");
        add(new PageLink(DefinitionsView.PATH, text("to-definitions")), new H1(title), new Paragraph(text("propose-explanation")));
        if (base == null) {
            code.setHelperText(text("such-as.code"));
            Div which = new Div(code, measure);
            which.addClassName("dw-board-limit");
            add(which);
            limit(null);
        } else {
            fill(base);
        }
        Button another = new Button(text("another-limit"), click -> limit(null));
        Button weigh = new Button(text("weigh"), click -> weigh());
        Button propose = new Button(text("propose"), click -> propose());
        propose.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div foot = new Div(weigh, propose);
        foot.addClassName("dw-board-choices");
        add(head, new H2(text("limits")), limitsPlace, another, new H2(text("why")), fields(source, note, reason), effect, foot);
    }

    private static Div fields(Component... fields) {
        Div place = new Div(fields);
        place.addClassName("dw-board-limit");
        return place;
    }

    private void fill(Definition base) {
        code.setValue(base.code());
        definitions.measures().stream().filter(each -> each.code().equals(base.measure())).findFirst().ifPresent(measure::setValue);
        name.setValue(base.name());
        target.setValue(base.target().stripTrailingZeros().scale() < 0 ? base.target().setScale(0) : base.target().stripTrailingZeros());
        decimals.setValue(base.decimals());
        bound.setValue(base.bound());
        source.setValue(base.source());
        note.setValue(base.note() == null ? "" : base.note());
        base.rows().forEach(this::limit);
    }

    private void limit(Definition.Row row) {
        LimitFields fields = new LimitFields(definitions.events(), row, words);
        limits.add(fields);
        choices(fields);
        Div place = new Div(fields);
        if (limits.size() > 1) {
            place.add(new Button(text("without-limit"), click -> {
                limits.remove(fields);
                limitsPlace.remove(place);
            }));
        }
        limitsPlace.add(place);
    }

    private void choices(LimitFields fields) {
        if (measure.getValue() != null) {
            fields.of(measure.getValue());
        }
    }

    private Definition typed() {
        return new Definition(code.getValue(), measure.getValue() == null ? null : measure.getValue().code(), null, name.getValue(), target.getValue(), decimals.getValue(), bound.getValue(),
                source.getValue(), note.getValue(), limits.stream().map(LimitFields::row).toList());
    }

    private void weigh() {
        Definition typed = typed();
        try {
            typed.check();
        } catch (Refused refused) {
            refused(refused);
            return;
        }
        effect.removeAll();
        effect.add(new H2(text("effect")), new Working<>(text("weighing"), work.begin("weeg " + typed.code(), () -> weighDefinition.weigh(typed)),
                weighed -> effect.add(new EffectPanel(weighed, typed.decimals(), words))));
    }

    private void propose() {
        try {
            long id = proposeDefinition.propose(typed(), reason.getValue());
            Answers.good(text("proposed"));
            getUI().ifPresent(ui -> ui.navigate(ProposalView.PATH + "/" + id));
        } catch (Refused refused) {
            refused(refused);
        }
    }

    private void refused(Refused refused) {
        Map<String, HasValidation> fields = new LinkedHashMap<>(Map.of("code", code, "measure", measure, "name", name, "target", target, "decimals", decimals, "bound", bound, "source", source,
                "note", note, "reason", reason));
        for (int i = 0; i < limits.size(); i++) {
            limits.get(i).into(fields, i + 1);
        }
        Answers.refused(this, refused, fields);
        if (!refused.fields().isEmpty()) {
            Answers.refused(this, refused);
        }
    }

    private String text(String key, Object... args) {
        return getTranslation("board.definition." + key, args);
    }
}
