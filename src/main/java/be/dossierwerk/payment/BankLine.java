package be.dossierwerk.payment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One line of a bank's file with what came of it. {@code place}: which entry of the file, and after a dot which payment of that entry;
 * {@code dossier} null where the reference is not ours; {@code why} null where nothing is wrong; {@code settled} null where no person settled it;
 * {@code position} counts from 1.
 */
public record BankLine(int position, String place, String endToEnd, Direction direction, BigDecimal amount, String currency, LocalDate bookedOn, String bankReference,
                       Outcome outcome, Why why, String dossier, String run, Settled settled) {

    /** What a person found out about it. */
    public record Settled(Instant at, String byName, String reason) { }

    /** Money that went out or came in; or what the bank says of an order: refused, taken, carried out. */
    public enum Direction { AF, BIJ, GEWEIGERD, AANVAARD, UITGEVOERD, ONBEKEND }

    /** The first three change something; of the others, those from TE_VROEG on need a person. */
    public enum Outcome {

        BETAALD, TERUGGESTORT, GEWEIGERD, AANVAARD, AL_GELEZEN, NIET_GEBOEKT, TE_VROEG, ONBEKEND, ONLEESBAAR, ANDER_BEDRAG, ANDERE_MUNT, TEGENSTRIJDIG;

        public boolean applied() {
            return ordinal() <= GEWEIGERD.ordinal();
        }

        public boolean forPerson() {
            return ordinal() >= TE_VROEG.ordinal();
        }

        /** Bank and books disagree about a payable: it waits until a person clears that. */
        boolean doubtful() {
            return ordinal() >= ANDER_BEDRAG.ordinal();
        }
    }

    /** What is wrong, with the words for the record. */
    public enum Why {

        NO_REFERENCE("de bank noemt geen kenmerk"),
        NO_AMOUNT("het bedrag is niet leesbaar"),
        NO_DAY("de dag is niet leesbaar"),
        NO_DIRECTION("er staat niet of het geld af of bij is"),
        UNKNOWN_REFERENCE("het kenmerk is niet van een betaling van ons"),
        OTHER_AMOUNT("het bedrag is een ander dan het bedrag van de opdracht"),
        OTHER_CURRENCY("de munt is een andere dan die van de opdracht"),
        NEVER_SENT("deze betaling werd nooit aan de bank opgedragen"),
        PAID_TWICE("de bank boekte deze betaling een tweede keer"),
        PAID_AFTER_RETURN("de bank boekte deze betaling nadat ze teruggestort was"),
        PAID_AFTER_REJECTION("de bank boekte deze betaling nadat ze geweigerd was"),
        REJECTED_AFTER_PAID("de bank weigerde deze betaling nadat ze geboekt was"),
        RETURNED_TWICE("de bank boekte de terugstorting een tweede keer"),
        RETURNED_BEFORE_PAID("de bank boekte een terugstorting, maar de betaling zelf is nog niet gelezen"),
        RETURNED_AFTER_REJECTION("de bank boekte een terugstorting van een betaling die geweigerd was"),
        OTHER_RUN("het kenmerk hoort bij een ander bestand dan het bestand dat de bank noemt");

        private final String words;

        Why(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
