package be.dossierwerk.export;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.dossier.ShowDossier;
import be.dossierwerk.dossier.Words;
import be.dossierwerk.shared.ArchivalPdf;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.XmlText;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** A dossier on paper: what it is, whom it concerns, its terms, its documents with their fingerprints, and what happened. */
final class DossierPaper {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H.mm");
    private static final String STYLE = """
            @page { size: A4; margin: 18mm 20mm 22mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font-family: 'FONT'; font-size: 8pt; color: #4a4a4a } }
            body { font-family: 'FONT'; font-size: 9.5pt; line-height: 1.45; color: #1a1a1a; margin: 0 }
            h1 { font-size: 14pt; margin: 0 0 1mm 0; color: #1f5f8b } h2 { font-size: 11pt; margin: 6mm 0 1.5mm 0; page-break-after: avoid; color: #1f5f8b }
            p { margin: 0 0 2mm 0 } .klein { font-size: 8pt; color: #4a4a4a } .afdruk { font-size: 7pt; word-wrap: break-word }
            table { width: 100%; table-layout: fixed; border-collapse: collapse; -fs-table-paginate: paginate } tr { page-break-inside: avoid }
            th, td { text-align: left; vertical-align: top; padding: 1mm 3mm 1mm 0; border-bottom: 0.5pt solid #c9d1da; font-weight: normal; word-wrap: break-word }
            th { color: #4a4a4a } .smal { width: 34% }""".replace("FONT", ArchivalPdf.FONT);

    private DossierPaper() { }

    static String html(ShowDossier.Sheet sheet, String by, Instant at) {
        Dossiers.Details details = sheet.details();
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"nl-BE\"><head><meta charset=\"UTF-8\"/><title>").append(XmlText.escaped("Dossier " + details.number()))
                .append("</title><meta name=\"description\" content=\"").append(XmlText.escaped("Dossier " + details.number())).append("\"/><style>").append(STYLE).append("</style></head><body>\n");
        page.append("<h1>").append(XmlText.escaped(details.subject())).append("</h1>\n<p class=\"klein\">").append(XmlText.escaped("Dossier " + details.number() + ", afgedrukt op " + moment(at)
                + " door " + by + ". Wat wie afdrukt niet mag lezen, staat er niet in.")).append("</p>\n");
        begin(page, "Gegeven", "Inhoud");
        row(page, "Procedure", capital(Words.of(details.procedure())));
        row(page, "Ontvangen", Dates.prose(details.receivedOn()));
        row(page, "Toestand", capital(Words.of(details.state())));
        if (details.closedOn() != null) {
            row(page, "Afgesloten", Dates.prose(details.closedOn()) + ", met als uitkomst: " + Words.of(details.outcome()));
        }
        row(page, "Behandelaar", details.handlerName() == null ? "Nog niemand" : details.handlerName());
        page.append("</tbody></table>\n");
        parties(page, sheet);
        terms(page, sheet);
        documents(page, sheet);
        timeline(page, sheet);
        page.append("<h2>Nagaan of dit klopt</h2>\n<p>").append(XmlText.escaped("Deze afdruk is om te lezen. Wie wil nagaan dat er niets aan het dossier veranderd werd, vraagt de bewijsbundel: "
                + "een zip-bestand met alle handelingen, documenten en zegels, dat zonder ons te controleren is met java -jar dossierwerk.jar verify. "
                + "Van elk document staat hierboven de sha256: wie het bestand heeft, berekent die zelf en vergelijkt.")).append("</p>\n");
        return page.append("</body></html>\n").toString();
    }

    private static void parties(StringBuilder page, ShowDossier.Sheet sheet) {
        page.append("<h2>Partijen</h2>\n");
        if (sheet.parties().isEmpty()) {
            page.append("<p>Er zijn geen partijen.</p>\n");
            return;
        }
        begin(page, "Naam", "Hoedanigheid en adres");
        for (Dossiers.Party party : sheet.parties()) {
            row(page, party.name(), capital(Words.of(party.role() == null ? party.kind() : party.role())) + (party.address() == null ? "" : ", " + party.address()));
        }
        page.append("</tbody></table>\n");
    }

    private static void terms(StringBuilder page, ShowDossier.Sheet sheet) {
        page.append("<h2>Termijnen</h2>\n");
        if (sheet.terms().isEmpty()) {
            page.append("<p>Er liepen geen termijnen.</p>\n");
            return;
        }
        begin(page, "Termijn", "Verloop");
        for (TermStanding term : sheet.terms()) {
            row(page, term.name(), "Begonnen op " + Dates.prose(term.startedOn()) + (term.due() == null ? "" : ", laatste dag " + Dates.prose(term.due()))
                    + (term.stoppedOn() == null ? "" : ", gestopt op " + Dates.prose(term.stoppedOn())) + (term.overdue() ? ", te laat" : ""));
        }
        page.append("</tbody></table>\n");
    }

    private static void documents(StringBuilder page, ShowDossier.Sheet sheet) {
        page.append("<h2>Documenten</h2>\n");
        if (sheet.documents().isEmpty()) {
            page.append("<p>Er zijn geen documenten die u mag lezen.</p>\n");
        } else {
            begin(page, "Titel", "Toegevoegd, en sha256");
            for (Dossiers.Document document : sheet.documents()) {
                page.append("<tr><td>").append(XmlText.escaped(document.title())).append("</td><td>").append(XmlText.escaped(moment(document.addedAt()) + ", door " + document.addedByName()))
                        .append("<br/><span class=\"afdruk\">").append(XmlText.escaped(document.sha256())).append("</span></td></tr>\n");
            }
            page.append("</tbody></table>\n");
        }
        if (sheet.hidden() > 0) {
            page.append("<p class=\"klein\">").append(sheet.hidden() == 1 ? "1 document mag u niet lezen; het staat er niet bij." : sheet.hidden() + " documenten mag u niet lezen; ze staan er niet bij.")
                    .append("</p>\n");
        }
    }

    private static void timeline(StringBuilder page, ShowDossier.Sheet sheet) {
        page.append("<h2>Tijdlijn</h2>\n");
        begin(page, "Wanneer", "Wat");
        for (AuditLog.Line line : sheet.timeline()) {
            row(page, moment(line.at()), line.sentence() + (line.reason() == null || line.reason().isBlank() ? "" : " Reden: " + line.reason()));
        }
        page.append("</tbody></table>\n");
    }

    private static void begin(StringBuilder page, String first, String second) {
        page.append("<table><thead><tr><th class=\"smal\" scope=\"col\">").append(first).append("</th><th scope=\"col\">").append(second).append("</th></tr></thead><tbody>\n");
    }

    private static void row(StringBuilder page, String first, String second) {
        page.append("<tr><td>").append(XmlText.escaped(first)).append("</td><td>").append(XmlText.escaped(second)).append("</td></tr>\n");
    }

    private static String moment(Instant at) {
        ZonedDateTime moment = at.atZone(MovableClock.BRUSSELS);
        return Dates.prose(moment.toLocalDate()) + " om " + TIME.format(moment) + " uur";
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
