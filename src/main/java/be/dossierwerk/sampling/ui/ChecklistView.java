package be.dossierwerk.sampling.ui;

import be.dossierwerk.sampling.Samples.Drawn;
import be.dossierwerk.sampling.Samples.Finding;
import be.dossierwerk.sampling.Samples.Item;
import be.dossierwerk.sampling.Samples.Sample;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.PageLink;
import be.dossierwerk.shared.ui.Typing;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The questions about one drawn dossier. Every touch is kept; what was found is sent to the dossier from here. */
@Route("steekproef/:number/:dossier")
@RolesAllowed({Roles.AUDITOR, Roles.HEAD})
@StyleSheet("context://sampling.css")
class ChecklistView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Samplings samplings;
    private final Paragraph kept = new Paragraph();
    private final ProgressBar bar = new ProgressBar();
    private String number = "";
    private String dossier = "";
    private boolean mayAnswer;

    ChecklistView(Samplings samplings) {
        this.samplings = samplings;
        addClassName("dw-sampling");
        kept.getElement().setAttribute("role", "status");
        kept.addClassName("dw-sampling-kept");
    }

    @Override
    public String getPageTitle() {
        return text("checklist-title", dossier);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        number = event.getRouteParameters().get("number").orElse("");
        dossier = event.getRouteParameters().get("dossier").orElse("");
        draw();
    }

    private void draw() {
        removeAll();
        Sample sample;
        List<Item> items;
        try {
            sample = samplings.samples().get(number);
            items = samplings.samples().checklist(number, dossier);
        } catch (Refused refused) {
            add(new H1(text("title")), new Paragraph(getTranslation(refused.key(), refused.args())), new PageLink(SamplesView.PATH, text("to-list")));
            return;
        }
        mayAnswer = samplings.samples().mayDraw() && sample.closedAt() == null;
        List<Drawn> drawn = samplings.samples().drawn(number);
        Drawn mine = drawn.stream().filter(each -> each.dossier().equals(dossier)).findFirst().orElseThrow();
        bar.getElement().setAttribute("aria-label", text("progress-label"));
        kept.setText(sample.closedAt() != null ? text("closed-here") : "");
        add(new H1(getPageTitle()), new Paragraph(text("checklist-of-sample", mine.subject(), mine.position(), sample.size(), number)),
                new Div(dossierLink()), bar);
        items.forEach(item -> add(question(item)));
        add(kept);
        progress();
        finding(sample);
        add(neighbours(drawn, mine));
    }

    private Anchor dossierLink() {
        Anchor link = new Anchor("dossier/" + dossier, text("open-dossier"));
        link.setTarget("_blank");
        return link;
    }

    private Component question(Item item) {
        RadioButtonGroup<String> answer = new RadioButtonGroup<>();
        answer.setLabel(item.question());
        answer.setHelperText(item.source());
        answer.setItems("JA", "NEE", "NVT");
        answer.setItemLabelGenerator(code -> text("answer." + code));
        answer.setValue(item.answer());
        answer.setReadOnly(!mayAnswer);
        TextArea remark = new TextArea(text("remark"));
        remark.setValue(item.remark());
        remark.setReadOnly(!mayAnswer);
        remark.setMaxLength(4000);
        remark.setAriaLabel(text("remark-of", item.question()));
        Typing.follow(remark);
        answer.addValueChangeListener(change -> save(item, answer, remark));
        remark.addValueChangeListener(change -> save(item, answer, remark));
        Div question = new Div(answer, remark);
        question.addClassName("dw-sampling-question");
        return question;
    }

    private void save(Item item, RadioButtonGroup<String> answer, TextArea remark) {
        try {
            samplings.saveAnswer().save(number, dossier, item.code(), answer.getValue(), remark.getValue());
            kept.setText(text("kept"));
            progress();
        } catch (Refused refused) {
            Answers.refused(this, refused);
        }
    }

    private void progress() {
        List<Item> items = samplings.samples().checklist(number, dossier);
        bar.setMax(items.size());
        bar.setValue(items.stream().map(Item::answer).filter(Objects::nonNull).count());
    }

    private void finding(Sample sample) {
        add(new H2(text("findings")));
        for (Finding finding : samplings.samples().findings(number, dossier)) {
            add(new Paragraph(finding.text()), SampleTexts.note(finding.answer() == null ? text("no-answer-yet", SampleTexts.moment(this, finding.raisedAt(), getLocale()))
                    : text("answer-of", finding.answeredByName(), SampleTexts.moment(this, finding.answeredAt(), getLocale()))));
            if (finding.answer() != null) {
                add(new Paragraph(finding.answer()));
            }
        }
        if (!mayAnswer) {
            return;
        }
        TextArea text = new TextArea(text("finding"));
        text.setHelperText(text("finding-help"));
        text.setValue(samplings.samples().findingDraft(number, dossier));
        text.setMaxLength(4000);
        text.setManualValidation(true);
        Typing.follow(text);
        text.addValueChangeListener(change -> {
            try {
                samplings.saveFindingDraft().save(number, dossier, text.getValue());
            } catch (Refused refused) {
                Answers.refused(this, refused);
            }
        });
        Button send = new Button(text("send-finding"), click -> {
            try {
                samplings.raiseFinding().raise(number, dossier, text.getValue());
                Answers.good(text("finding-sent"));
                draw();
            } catch (Refused refused) {
                Answers.refused(this, refused, Map.of("text", text));
                click.getSource().setEnabled(true);
            }
        });
        send.setDisableOnClick(true);
        Div act = new Div(text, send);
        act.addClassName("dw-sampling-question");
        add(act);
    }

    private Component neighbours(List<Drawn> drawn, Drawn mine) {
        Div way = new Div();
        way.addClassName("dw-sampling-way");
        way.add(new PageLink("steekproef/" + number, text("back-to", number)));
        if (mine.position() < drawn.size()) {
            String next = drawn.get(mine.position()).dossier();
            Button on = new Button(text("next", next), click -> getUI().ifPresent(ui -> ui.navigate("steekproef/" + number + "/" + next)));
            on.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            way.add(on);
        }
        return way;
    }

    private String text(String key, Object... args) {
        return SampleTexts.of(this, key, args);
    }
}
