package be.dossierwerk.evidence;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.audit.proof.Chain;
import be.dossierwerk.audit.proof.ChainEntry;
import be.dossierwerk.audit.proof.ProofJson;
import be.dossierwerk.audit.proof.Seal;
import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.dossier.ShowDossier;
import be.dossierwerk.dossier.Words;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The page of a bundle that a lawyer opens: what the dossier is, what happened, and how to check that this is so. Without scripts, without addresses outside. */
record BundlePage(ShowDossier.Sheet sheet, Chain chain, Set<Long> withheld, Map<String, String> files, List<Seal> seals, String madeAt, String madeBy, String keyId) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H.mm");
    private static final String STYLE = """
            body { font: 16px/1.5 system-ui, sans-serif; color: #1a2530; background: #fff; max-width: 56rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; overflow-wrap: anywhere }
            h1 { font-size: 1.6rem; margin: 0 } h2 { font-size: 1.2rem; margin: 2.5rem 0 .5rem; border-bottom: 1px solid #c9d1da; padding-bottom: .25rem }
            .note { color: #4a5662 } a { color: #0b5394 } ol, ul { padding: 0; list-style: none } li { padding: .5rem 0; border-bottom: 1px solid #e3e8ed }
            dl { display: grid; grid-template-columns: minmax(8rem, 14rem) 1fr; gap: .25rem 1rem } dt { color: #4a5662 } dd { margin: 0 }
            .when { display: block; color: #4a5662; font-size: .9rem } code, pre { font: .9rem/1.5 ui-monospace, monospace; background: #f2f5f8 } pre { padding: .75rem; white-space: pre-wrap }
            @media (max-width: 40rem) { dl { grid-template-columns: 1fr } dd { margin-bottom: .5rem } }""";

    String html() {
        Dossiers.Details details = sheet.details();
        StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"nl-BE\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
                .append("<title>").append(safe("Bewijsbundel " + details.number())).append("</title>\n<style>\n").append(STYLE).append("\n</style>\n</head>\n<body>\n<main>\n");
        page.append("<h1>").append(safe(details.subject())).append("</h1>\n<p class=\"note\">").append(safe("Bewijsbundel van dossier " + details.number() + ", gemaakt op "
                + moment(madeAt) + " door " + madeBy + ".")).append("</p>\n");
        page.append("<dl>\n");
        fact(page, "Procedure", capital(Words.of(details.procedure())));
        fact(page, "Ontvangen", Dates.prose(details.receivedOn()));
        fact(page, "Toestand", capital(Words.of(details.outcome() == null ? details.state() : details.outcome())));
        fact(page, "Behandelaar", details.handlerName());
        fact(page, "Afgesloten", prose(details.closedOn()));
        page.append("</dl>\n");
        verification(page);
        parties(page);
        terms(page);
        documents(page);
        timeline(page);
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private void verification(StringBuilder page) {
        long unsealed = chain.unsealed();
        page.append("<h2>Nagaan of dit klopt</h2>\n<p>").append(safe("Deze bundel bevat " + (chain.last() == 1 ? "1 handeling" : chain.last() + " handelingen")
                + ". Elke handeling draagt de vingerafdruk van de vorige; elke dag wordt de laatste van elk dossier verzegeld. "
                + (seals.isEmpty() ? "Er is nog geen zegel." : "Het laatste zegel is nummer " + seals.size() + ", van " + moment(seals.get(seals.size() - 1).sealedAt()) + ".") + " "
                + (unsealed == 0 ? "Alle handelingen zijn verzegeld." : unsealed == 1 ? "De laatste handeling, het maken van deze bundel, is nog niet verzegeld."
                : "De laatste " + unsealed + " handelingen zijn nog niet verzegeld."))).append("</p>\n");
        page.append("<p>U hoeft ons daarvoor niet te vertrouwen, en u hebt geen databank en geen netwerk nodig:</p>\n<pre>java -jar dossierwerk.jar verify bewijs-")
                .append(safe(sheet.details().number())).append(".zip</pre>\n<p>Het antwoord is <em>klopt</em>, of de handeling die niet klopt en waarom. ")
                .append("Hoe u het met een eigen programma nagaat, staat in het document <em>bewijs.md</em> bij het product.</p>\n<p>Zegelsleutel: <code>").append(safe(keyId))
                .append("</code>. Vergelijk dit kenmerk met dat van de afdeling.</p>\n");
        if (sheet.hidden() > 0 || !withheld.isEmpty()) {
            page.append("<p class=\"note\">").append(safe("Wie deze bundel maakte, mag niet alles lezen. Niet meegegeven: " + (sheet.hidden() == 0 ? "" : sheet.hidden() == 1 ? "1 document, " : sheet.hidden() + " documenten, ")
                    + "de inhoud van " + (withheld.size() == 1 ? "1 handeling" : withheld.size() + " handelingen") + ". De vingerafdrukken daarvan wel.")).append("</p>\n");
        }
    }

    private void parties(StringBuilder page) {
        if (!sheet.parties().isEmpty()) {
            page.append("<h2>Partijen</h2>\n<ul>\n");
            sheet.parties().forEach(party -> item(page, safe(party.name()), party.role() == null ? null : capital(Words.of(party.role())) + (party.address() == null ? "" : ", " + party.address())));
            page.append("</ul>\n");
        }
    }

    private void terms(StringBuilder page) {
        if (!sheet.terms().isEmpty()) {
            page.append("<h2>Termijnen</h2>\n<ul>\n");
            for (TermStanding term : sheet.terms()) {
                item(page, safe(term.name()), "Begonnen op " + Dates.prose(term.startedOn()) + (term.due() == null ? "" : ", laatste dag " + Dates.prose(term.due()))
                        + (term.stoppedOn() == null ? "" : ", gestopt op " + Dates.prose(term.stoppedOn())));
            }
            page.append("</ul>\n<p class=\"note\">De regels en de kalender waarmee werd gerekend, staan in regels.json.</p>\n");
        }
    }

    private void documents(StringBuilder page) {
        page.append("<h2>Documenten</h2>\n");
        if (sheet.documents().isEmpty()) {
            page.append("<p>Er zijn geen documenten.</p>\n");
            return;
        }
        page.append("<ul>\n");
        for (Dossiers.Document document : sheet.documents()) {
            String file = files.get(document.id().toString());
            item(page, "<a href=\"" + safe(file) + "\">" + safe(document.title()) + "</a>", capital(Words.of(document.kind())) + ", toegevoegd op "
                    + moment(document.addedAt().toString()) + " door " + document.addedByName());
        }
        page.append("</ul>\n");
    }

    private void timeline(StringBuilder page) {
        page.append("<h2>Tijdlijn</h2>\n<ol>\n");
        for (ChainEntry entry : chain.entries()) {
            if (!entry.action().equals(AuditLog.FACTS) && !entry.action().equals(AuditLog.READ)) {
                JsonNode content = entry.content() == null || withheld.contains(entry.seq()) ? null : ProofJson.read(entry.content());
                String sentence = content != null ? content.path("sentence").asText() : withheld.contains(entry.seq()) ? "De inhoud van deze handeling is niet meegegeven." : "De inhoud van deze handeling is vernietigd.";
                String reason = content == null || !content.path("reason").isTextual() ? "" : " Reden: " + content.get("reason").asText();
                item(page, safe(sentence + reason), "Handeling " + entry.seq() + ", " + moment(entry.at()));
            }
        }
        page.append("</ol>\n<p class=\"note\">Wat telkens in de gegevens veranderde, staat in handelingen.jsonl, als handelingen met de naam ").append(AuditLog.FACTS).append(".</p>\n");
    }

    private static void item(StringBuilder page, String html, String note) {
        page.append("<li>").append(html);
        if (note != null) {
            page.append("<span class=\"when\">").append(safe(note)).append("</span>");
        }
        page.append("</li>\n");
    }

    private static void fact(StringBuilder page, String name, String value) {
        if (value != null && !value.isBlank()) {
            page.append("<dt>").append(safe(name)).append("</dt><dd>").append(safe(value)).append("</dd>\n");
        }
    }

    private static String prose(LocalDate day) {
        return day == null ? null : Dates.prose(day);
    }

    private static String moment(String at) {
        ZonedDateTime moment = Instant.parse(at).atZone(MovableClock.BRUSSELS);
        return Dates.prose(moment.toLocalDate()) + " om " + TIME.format(moment) + " uur";
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String safe(String text) {
        return text == null ? "" : text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
