package be.dossierwerk.request.ui;

import be.dossierwerk.dossier.DossierSection;
import be.dossierwerk.request.DocumentJudgement;
import be.dossierwerk.request.OpenbaarheidRequests;
import be.dossierwerk.request.OpennessExceptions;
import be.dossierwerk.request.Requests;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.ui.CardTable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;

/** Which documents are asked for, what was judged of each, and whether the term was extended. */
@org.springframework.stereotype.Component
class OpenbaarheidSection implements DossierSection {

    private final OpenbaarheidRequests openbaarheid;
    private final OpennessExceptions exceptions;
    private final Requests requests;
    private final Clock clock;

    OpenbaarheidSection(OpenbaarheidRequests openbaarheid, OpennessExceptions exceptions, Requests requests, Clock clock) {
        this.openbaarheid = openbaarheid;
        this.exceptions = exceptions;
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 31;
    }

    @Override
    public String title() {
        return "request.openness.title";
    }

    @Override
    public boolean shows(String dossier) {
        return openbaarheid.find(dossier).isPresent();
    }

    @Override
    public Component of(String dossier) {
        Div section = new Div();
        openbaarheid.find(dossier).ifPresent(request -> {
            section.add(new Facts()
                    .fact("channel", requests.find(dossier).map(each -> section.getTranslation("request.screen.channel." + each.channel())).orElse(null))
                    .fact("about", requests.find(dossier).map(Requests.Request::about).orElse(null))
                    .fact("extended", request.extendedOn() == null ? null : Dates.prose(request.extendedOn())).fact("extended-because", request.extendedBecause())
                    .fact("question", request.question())
                    .fact("refusal", request.refusal() == null ? null : section.getTranslation("request.refusal." + request.refusal()))
                    .fact("explanation", request.explanation()));
            CardTable table = new CardTable(section.getTranslation("request.openness.group.documents"), Stream.of("asked", "document", "judgement", "ground")
                    .map(key -> section.getTranslation("request.column." + key)).toList());
            openbaarheid.items(dossier).forEach(item -> table.row(item.description(),
                    item.document() != null ? item.title() + " (" + item.livesIn() + ")"
                            : item.judgement() == DocumentJudgement.NIET_OPENBAAR ? "" : section.getTranslation("request.openness.not-pointed"),
                    section.getTranslation("request.judgement." + (item.judgement() == null ? "NONE" : item.judgement())),
                    item.exception() == null ? "" : "%s. %s".formatted(sentence(exceptions.find(item.exception(), LocalDate.now(clock))
                            .map(OpennessExceptions.Ground::inWords).orElse(item.exception())), item.reason())));
            section.add(table);
        });
        return section;
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase() + words.substring(1);
    }
}
