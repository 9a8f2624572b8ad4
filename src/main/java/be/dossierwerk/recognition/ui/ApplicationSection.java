package be.dossierwerk.recognition.ui;

import be.dossierwerk.dossier.DossierSection;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.recognition.RecognitionFile;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.EstablishmentNumber;
import be.dossierwerk.shared.Iban;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.stream.Collectors;

/** The application as filed, with what the checks found. */
@org.springframework.stereotype.Component
class ApplicationSection implements DossierSection {

    private final RecognitionFile files;

    ApplicationSection(RecognitionFile files) {
        this.files = files;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String title() {
        return "recognition.section.application";
    }

    @Override
    public boolean shows(String dossier) {
        return files.of(dossier).isPresent();
    }

    @Override
    public Component of(String dossier) {
        Div section = new Div();
        files.of(dossier).ifPresent(file -> {
            section.add(heading(section, "undertaking"), undertaking(section, file.application()));
            section.add(heading(section, "requested"), requested(section, file));
            section.add(heading(section, "checks"), checks(section, file));
        });
        return section;
    }

    private static Component undertaking(Component at, Application application) {
        var undertaking = application.undertaking();
        DescriptionList list = new DescriptionList();
        fact(list, at, "address", undertaking.street() + ", " + undertaking.postalCode() + " " + undertaking.municipality());
        fact(list, at, "contact", join(undertaking.email(), undertaking.phone()));
        fact(list, at, "iban", undertaking.iban() == null ? null : Iban.format(undertaking.iban()));
        fact(list, at, "persons", application.persons().stream().map(Application.Person::name).collect(Collectors.joining(", ")));
        fact(list, at, "establishments", application.establishments() == null ? null : application.establishments().stream()
                .map(place -> EstablishmentNumber.format(place.number()) + (place.municipality() == null ? "" : " " + place.municipality()))
                .collect(Collectors.joining(", ")));
        return list;
    }

    private static Component requested(Component at, RecognitionFile.File file) {
        Application application = file.application();
        DescriptionList list = new DescriptionList();
        fact(list, at, "activities", application.activities().stream().map(activity -> at.getTranslation("recognition.activity." + activity.name()))
                .collect(Collectors.joining(", ")));
        fact(list, at, "info-session", application.infoSession() == null ? null : Dates.table(application.infoSession().followedOn()));
        fact(list, at, "plan", application.businessPlan() == null ? null : application.businessPlan().generalInformation());
        fact(list, at, "number", file.recognitionNumber());
        fact(list, at, "granted", file.activities().isEmpty() ? null : String.join(", ", file.activities()));
        return list;
    }

    private static Component checks(Component at, RecognitionFile.File file) {
        DescriptionList list = new DescriptionList();
        fact(list, at, "plan-judgement", file.planJudgement() == null ? null
                : at.getTranslation("recognition.plan." + file.planJudgement()) + ". " + (file.planReasons() == null ? "" : file.planReasons()));
        fact(list, at, "deposit", file.depositStatus() == null ? null : at.getTranslation("recognition.deposit." + file.depositStatus())
                + (file.depositAmount() == null ? "" : ", " + NumberFormat.getCurrencyInstance(Locale.forLanguageTag("nl-BE")).format(file.depositAmount()))
                + (file.depositPaidOn() == null ? "" : ", " + Dates.table(file.depositPaidOn())));
        file.sources().forEach((code, answer) -> fact(list, at, "source." + code, at.getTranslation("recognition.answer." + answer).startsWith("!")
                ? String.valueOf(answer) : at.getTranslation("recognition.answer." + answer)));
        fact(list, at, "note-facts", file.noteFacts());
        fact(list, at, "note-judgement", file.noteJudgement());
        return list;
    }

    private static Component heading(Component at, String key) {
        return new H3(at.getTranslation("recognition.section." + key));
    }

    private static void fact(DescriptionList list, Component at, String key, String value) {
        if (value != null && !value.isBlank()) {
            list.add(new DescriptionList.Term(at.getTranslation("recognition.section." + key)), new DescriptionList.Description(value));
        }
    }

    private static String join(String first, String second) {
        return java.util.stream.Stream.of(first, second).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(", "));
    }
}
