package be.dossierwerk.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The bank's codes for a return or a refusal (ISO 20022 external code sets) in words for the record. */
final class BankReasons {

    private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("AC01", "het rekeningnummer klopt niet"), Map.entry("AC03", "het rekeningnummer klopt niet"),
            Map.entry("AC04", "de rekening is afgesloten"), Map.entry("AC06", "de rekening is geblokkeerd"), Map.entry("AG01", "de rekening laat geen overschrijving toe"),
            Map.entry("AG02", "de soort verrichting klopt niet"), Map.entry("AM04", "er staat te weinig geld op de rekening"), Map.entry("AM05", "dubbele betaling"),
            Map.entry("BE01", "de naam hoort niet bij de rekening"), Map.entry("CUST", "op vraag van de opdrachtgever"), Map.entry("DT01", "de datum klopt niet"),
            Map.entry("DUPL", "dubbele betaling"), Map.entry("FF01", "het bestand klopt niet"), Map.entry("FOCR", "na een vraag om terugbetaling"),
            Map.entry("MD07", "de begunstigde is overleden"), Map.entry("MS02", "de begunstigde weigerde de betaling"), Map.entry("MS03", "de bank gaf geen reden"),
            Map.entry("RC01", "de code van de bank klopt niet"), Map.entry("RR04", "om redenen van regelgeving"));

    private BankReasons() { }

    /** For example: AC04, de rekening is afgesloten. Any of them may be null. */
    static String words(String code, String own, List<String> more) {
        List<String> parts = new ArrayList<>();
        if (code != null) {
            parts.add(code);
            if (WORDS.containsKey(code)) {
                parts.add(WORDS.get(code));
            }
        }
        if (own != null) {
            parts.add(own);
        }
        parts.addAll(more);
        String all = String.join(", ", parts.stream().map(part -> part.replaceAll("\\p{Cntrl}", " ").strip()).filter(part -> !part.isEmpty()).toList());
        return all.isEmpty() ? "de bank gaf geen reden" : all.length() <= 500 ? all : all.substring(0, 500);
    }
}
