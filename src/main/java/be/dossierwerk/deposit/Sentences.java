package be.dossierwerk.deposit;

import be.dossierwerk.shared.Euros;

/** Movements in Dutch, for the timeline. */
final class Sentences {

    private Sentences() { }

    static String what(DepositMovement movement) {
        String amount = Euros.prose(movement.amount());
        return switch (movement.kind()) {
            case GESTORT -> "de storting van " + amount;
            case AANGEVULD -> "de aanvulling met " + amount;
            case AANGESPROKEN -> "de aanspraak van %s voor %s".formatted(amount, movement.to().words());
            case VRIJGEGEVEN -> "de vrijgave van " + amount;
            case VERBEURD -> "de verbeurdverklaring van " + amount;
            case NAAR_BOEDEL -> "de overdracht van %s aan de boedel".formatted(amount);
            case GEBLOKKEERD -> "de blokkering";
            case GEDEBLOKKEERD -> "de deblokkering";
            case GESCHORST -> "de schorsing";
            case HERVAT -> "het einde van de schorsing";
            case TEGENGEBOEKT -> "de tegenboeking van " + amount;
        };
    }
}
