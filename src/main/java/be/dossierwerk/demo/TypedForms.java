package be.dossierwerk.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What people type in the forms of a recognition: the fields that differ from what the form proposes. */
public final class TypedForms {

    private TypedForms() { }

    public static Map<String, Object> complete() {
        return Map.of("ontbreekt", List.of());
    }

    public static Map<String, Object> depositMissing() {
        return Map.of("ontbreekt", List.of("BORGSOM"), "toelichting",
                "Wij vonden geen bewijs dat de borgsom van 25.000 euro gestort is. Bezorg ons het bewijs van de Deposito- en Consignatiekas.");
    }

    public static Map<String, Object> depositReceived(LocalDate on) {
        return Map.of("ontvangenOp", on.toString(), "ontvangen", List.of("BORGSOM"), "toelichting", "Bewijs per brief ontvangen.");
    }

    public static Map<String, Object> cleanSources() {
        return Map.of("kboActief", "JA", "failliet", "NEE", "schulden", "GEEN", "mandaatVerbod", "NEE", "faillissementDrieJaar", "NEE",
                "aansprakelijkVijfJaar", "NEE", "intrekkingDrieJaar", "NEE", "burgerlijkeRechten", "JA");
    }

    /** Debts without a plan: condition C03 is not met. */
    public static Map<String, Object> debts() {
        Map<String, Object> sources = new HashMap<>(cleanSources());
        sources.put("schulden", "SCHULD");
        sources.put("opmerking", "De RSZ meldt een opeisbare schuld van 14.230 euro zonder afbetalingsplan.");
        return sources;
    }

    public static Map<String, Object> goodPlan() {
        return Map.of("oordeel", "GUNSTIG", "motivering", "Het plan is volledig; de raming van de inkomsten past bij het aantal huishoudhulpen.");
    }

    public static Map<String, Object> depositPaid(LocalDate on) {
        return Map.of("bevestigd", "JA", "bedrag", "25000", "gestortOp", on.toString(), "referentie", "DCK-2026-118");
    }

    /** Each condition met, with where that was seen. */
    public static Map<String, Object> conditionsMet() {
        Map<String, Object> all = new HashMap<>();
        IntStream.rangeClosed(1, 19).mapToObj("c%02d"::formatted).forEach(code -> {
            all.put(code + "Resultaat", "OK");
            all.put(code + "Bron", "Dossier en authentieke bronnen");
            all.put(code + "Bewijs", "Nagekeken, geen opmerkingen.");
        });
        return all;
    }

    public static Map<String, Object> conditionsWithDebt() {
        Map<String, Object> all = new HashMap<>(conditionsMet());
        all.put("c03Resultaat", "NOK");
        all.put("c03Bron", "RSZ");
        all.put("c03Bewijs", "Schuld van 14.230 euro, geen afbetalingsplan.");
        return all;
    }

    /** @param outlook GUNSTIG, GEDEELTELIJK or ONGUNSTIG */
    public static Map<String, Object> note(String outlook) {
        return Map.of("vooruitzicht", outlook, "feiten", "De onderneming diende een aanvraag in en bezorgde alle stukken.",
                "beoordeling", switch (outlook) {
                    case "ONGUNSTIG" -> "Er is een opeisbare schuld bij de RSZ zonder afbetalingsplan. Aan voorwaarde C03 is niet voldaan.";
                    case "GEDEELTELIJK" -> "Aan de voorwaarden is voldaan, behalve voor het strijken in een atelier: daar is geen lokaal voor.";
                    default -> "Aan de negentien voorwaarden is voldaan.";
                });
    }

    public static Map<String, Object> defence(LocalDate on) {
        return Map.of("ontvangenOp", on.toString(), "kanaal", "BRIEF", "samenvatting", "De zaakvoerder vraagt uitstel: een afbetalingsplan is in de maak.");
    }

    public static Map<String, Object> defenceRejected() {
        return Map.of("antwoord", "Een plan dat nog niet is toegestaan, neemt de schuld niet weg.", "vooruitzicht", "ONGUNSTIG");
    }

    public static Map<String, Object> agenda(LocalDate session) {
        return Map.of("zitting", session.toString());
    }

    /** @param advice GUNSTIG, ONGUNSTIG, VOORWAARDELIJK or UITGESTELD */
    public static Map<String, Object> advice(String advice, LocalDate on) {
        return Map.of("strekking", advice, "gegevenOp", on.toString(), "aanwezig", "7", "quorumBereikt", "JA",
                "motivering", "De commissie volgt de nota van het departement.");
    }

    /** @param activities codes; empty for a refusal */
    public static Map<String, Object> decision(String outcome, List<String> activities) {
        return Map.of("uitkomst", outcome, "activiteiten", activities);
    }

    public static Map<String, Object> legalCheck(boolean agreed) {
        return agreed ? Map.of("akkoord", "JA") : Map.of("akkoord", "NEE", "opmerking", "De motivering noemt het artikel niet.");
    }

    public static Map<String, Object> signature() {
        return Map.of("ondertekend", "JA");
    }

    public static Map<String, Object> posted(LocalDate on, int n) {
        return Map.of("verzondenOp", on.toString(), "zendingsnummer", "RA%09dBE".formatted(410_000_000 + n));
    }
}
