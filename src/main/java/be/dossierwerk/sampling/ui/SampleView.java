package be.dossierwerk.sampling.ui;

import be.dossierwerk.sampling.Samples.Drawn;
import be.dossierwerk.sampling.Samples.Finding;
import be.dossierwerk.sampling.Samples.Result;
import be.dossierwerk.sampling.Samples.Sample;
import be.dossierwerk.sampling.Population.Method;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One sample: how it was drawn, its dossiers with their bundles, what the checklists say, and what was found. */
@Route("steekproef/:number")
@RolesAllowed({Roles.AUDITOR, Roles.HEAD})
@StyleSheet("context://sampling.css")
class SampleView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int POLL_MILLISECONDS = 1000;

    private final transient Samplings samplings;
    private final Div progress = new Div();
    private String number = "";
    private int made = -1;
    private transient Registration polling;

    SampleView(Samplings samplings) {
        this.samplings = samplings;
        addClassName("dw-sampling");
        progress.getElement().setAttribute("role", "status");
    }

    @Override
    public String getPageTitle() {
        return text("of-number", number);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        number = event.getRouteParameters().get("number").orElse("");
        draw();
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        polling = attach.getUI().addPollListener(poll -> follow());
        follow();
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        detach.getUI().setPollInterval(-1);
        polling.remove();
    }

    /** While bundles are made only their count changes; the page is drawn again once they are all there. */
    private void follow() {
        if (made < 0) {
            return;
        }
        Sample sample = samplings.samples().get(number);
        boolean busy = sample.bundles() + sample.failed() < sample.size();
        getUI().ifPresent(ui -> ui.setPollInterval(busy ? POLL_MILLISECONDS : -1));
        if (sample.bundles() + sample.failed() != made) {
            if (busy) {
                drawProgress(sample);
            } else {
                draw();
            }
        }
    }

    private void draw() {
        removeAll();
        Sample sample;
        try {
            sample = samplings.samples().get(number);
        } catch (Refused refused) {
            made = -1;
            add(new H1(text("title")), new Paragraph(getTranslation(refused.key(), refused.args())), new PageLink(SamplesView.PATH, text("to-list")));
            return;
        }
        List<Drawn> drawn = samplings.samples().drawn(number);
        drawProgress(sample);
        add(new H1(getPageTitle()), facts(sample), files(sample), progress, new H2(text("drawn-title")), table(sample, drawn), new H2(text("results")));
        results(sample);
        findings();
        close(sample);
    }

    private Component facts(Sample sample) {
        Div facts = new Div(new Paragraph(text("facts", SampleTexts.method(this, sample), sample.size(), sample.population(), SampleTexts.moment(this, sample.drawnAt(), getLocale()), sample.drawnByName())),
                new Paragraph(text("criteria", SampleTexts.criteria(this, sample.criteria()))), new Paragraph(new Span(text("seed") + ": "), code(sample.seed())),
                new Paragraph(new Span(text("population-hash") + ": "), code(sample.populationHash())));
        if (sample.closedAt() != null) {
            facts.add(new Paragraph(text("closed", SampleTexts.moment(this, sample.closedAt(), getLocale()), sample.closedByName())), new Paragraph(new Span(text("answers-hash") + ": "), code(sample.answersHash())));
        }
        return facts;
    }

    private static Component code(String text) {
        Span code = new Span(text);
        code.addClassName("dw-sampling-code");
        return code;
    }

    private Component files(Sample sample) {
        Actor actor = samplings.currentActor().get();
        Anchor population = download("populatie-" + number + ".txt", text("population-file"), "text/plain",
                () -> samplings.currentActor().as(actor, () -> samplings.samples().population(number).getBytes(StandardCharsets.UTF_8)));
        Div files = new Div(population);
        files.addClassName("dw-sampling-files");
        if (sample.bundles() > 0) {
            files.add(new Anchor(DownloadHandler.fromInputStream(event -> {
                Path file = Files.createTempFile("steekproef", ".zip");
                try (var out = Files.newOutputStream(file)) {
                    samplings.currentActor().as(actor, () -> {
                        try {
                            samplings.samples().writeAll(number, out);
                            return null;
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
                } catch (IOException | RuntimeException e) {
                    Files.deleteIfExists(file);
                    throw e;
                }
                long bytes = Files.size(file);
                return new DownloadResponse(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE), "steekproef-" + number + ".zip", "application/zip", bytes);
            }), text("all-bundles")));
        }
        Div all = new Div(files, SampleTexts.note(text("again-how", sample.size())));
        return all;
    }

    private static Anchor download(String name, String label, String type, Supplier<byte[]> content) {
        return new Anchor(DownloadHandler.fromInputStream(event -> {
            byte[] bytes = content.get();
            return new DownloadResponse(new ByteArrayInputStream(bytes), name, type, bytes.length);
        }), label);
    }

    private void drawProgress(Sample sample) {
        progress.removeAll();
        made = sample.bundles() + sample.failed();
        if (made < sample.size()) {
            ProgressBar bar = new ProgressBar(0, sample.size(), made);
            bar.getElement().setAttribute("aria-label", text("making"));
            progress.add(new Paragraph(text("making-now", made, sample.size())), bar);
        } else if (sample.failed() > 0) {
            progress.add(new Paragraph(text("failed", sample.failed())));
            if (samplings.samples().mayDraw()) {
                progress.add(new Button(text("again"), click -> {
                    samplings.again().make(number);
                    Answers.good(text("again-done"));
                }));
            }
        } else {
            progress.add(new Paragraph(text("made", sample.size())));
        }
    }

    private Component table(Sample sample, List<Drawn> drawn) {
        boolean risk = sample.method() == Method.RISICO;
        CardTable table = new CardTable(text("drawn-title"), List.of(text("column.place"), text("column.dossier"), text(risk ? "column.reasons" : "column.subject"), text("column.bundle"),
                text("column.checklist"), text("column.findings")));
        Actor actor = samplings.currentActor().get();
        for (Drawn each : drawn) {
            Component bundle = each.bundle() != null ? download(each.bundle(), text("bundle", Math.max(1, each.bytes() / 1024)), "application/zip",
                    () -> samplings.currentActor().as(actor, () -> samplings.samples().bundle(number, each.dossier())))
                    : CardTable.text(each.failure() == null ? text("bundle-soon") : getTranslation(each.failure(), each.dossier()));
            if (bundle instanceof Anchor link) {
                link.getElement().setAttribute("aria-label", text("bundle-of", each.dossier())).setAttribute("title", "SHA-256 " + each.sha256());
            }
            Anchor list = new PageLink("steekproef/" + number + "/" + each.dossier(), text("answered", each.answered(), each.questions()));
            list.getElement().setAttribute("aria-label", text("checklist-of", each.dossier(), each.answered(), each.questions()));
            String why = risk ? text("lots", each.lots()) + (each.reasons().isEmpty() ? "" : ": " + each.reasons().stream().map(code -> getTranslation("sampling.reason." + code)).collect(Collectors.joining(", ")))
                    : each.subject();
            table.row(CardTable.text(Integer.toString(each.position())), new PageLink("dossier/" + each.dossier(), each.dossier()), CardTable.text(why), bundle, list,
                    CardTable.text(each.findings() == 0 ? "" : each.openFindings() == 0 ? text("findings-answered", each.findings()) : text("findings-open", each.openFindings())));
        }
        return table;
    }

    private void results(Sample sample) {
        List<Result> results = samplings.samples().results(number);
        CardTable table = new CardTable(text("results"), List.of(text("column.question"), text("answer.JA"), text("answer.NEE"), text("answer.NVT"), text("column.open"), text("column.share")));
        for (Result result : results) {
            table.row(result.question(), Integer.toString(result.yes()), Integer.toString(result.no()), Integer.toString(result.notApplicable()), Integer.toString(result.open()),
                    SampleTexts.share(this, result.interval()));
        }
        add(table, SampleTexts.note(text(sample.method() == Method.RISICO ? "interval-risk" : "interval-random")));
        Button print = new Button(text("print"), click -> getElement().executeJs("window.print()"));
        print.addClassName("dw-sampling-screen");
        add(print);
    }

    private void findings() {
        List<Finding> findings = samplings.samples().findings(number, null);
        add(new H2(text("findings")));
        if (findings.isEmpty()) {
            add(new Paragraph(text("findings-none")));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("dw-sampling-findings");
        for (Finding finding : findings) {
            ListItem item = new ListItem(new PageLink("dossier/" + finding.dossier(), finding.dossier()), new Paragraph(finding.text()));
            item.add(finding.answer() == null ? SampleTexts.note(text("no-answer-yet", SampleTexts.moment(this, finding.raisedAt(), getLocale())))
                    : new Div(SampleTexts.note(text("answer-of", finding.answeredByName(), SampleTexts.moment(this, finding.answeredAt(), getLocale()))), new Paragraph(finding.answer())));
            list.add(item);
        }
        add(list);
    }

    private void close(Sample sample) {
        if (sample.closedAt() != null || !samplings.samples().mayDraw()) {
            return;
        }
        Button close = new Button(text("close"), click -> {
            try {
                samplings.close().close(number);
                Answers.good(text("closed-now"));
                draw();
            } catch (Refused refused) {
                Answers.refused(this, refused);
                click.getSource().setEnabled(true);
            }
        });
        close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        close.setDisableOnClick(true);
        Div bottom = new Div(SampleTexts.note(text("close-what")), close);
        bottom.addClassName("dw-sampling-screen");
        add(bottom);
    }

    private String text(String key, Object... args) {
        return SampleTexts.of(this, key, args);
    }
}
