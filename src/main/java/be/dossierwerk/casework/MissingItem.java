package be.dossierwerk.casework;

import java.util.List;
import java.util.stream.Collectors;

/** What a file can lack (procedures.md D1, and 1.7 for trainings), with the words that letters and the timeline use. */
enum MissingItem {
    FORMULIER("het volledig ingevulde en ondertekende formulier"),
    INFOSESSIE("het attest van de infosessie"),
    BORGSOM("het bewijs van de borgsom van 25.000 euro"),
    ONDERNEMINGSPLAN("het volledige ondernemingsplan"),
    SUIGENERIS("de gegevens over de aparte afdeling voor dienstencheques"),
    PROGRAMMA("het programma van de opleiding: doel, inhoud, methode en aantal uren"),
    LESGEVER("de gegevens over de lesgever en zijn ervaring"),
    KWALITEIT("het bewijs van de kwaliteitsregistratie van de opleidingsverstrekker"),
    PLANNING("de dagen en plaatsen van de opleiding"),
    VERBAND("de uitleg over het verband met het werk met dienstencheques");

    final String words;

    MissingItem(String words) {
        this.words = words;
    }

    static String inWords(List<String> codes) {
        return codes.stream().map(code -> valueOf(code).words).collect(Collectors.joining(", "));
    }

    static List<String> list(List<String> codes) {
        return codes.stream().map(code -> valueOf(code).words).toList();
    }
}
