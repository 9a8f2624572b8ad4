package be.dossierwerk.recognition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A recognition application as filed (procedures.md 2.3): the JSON of the REST interface and the content of the paper form.
 * Parts that are missing are null; a missing deposit, session or plan makes it incomplete, never wrong.
 */
public record Application(Kind kind, Undertaking undertaking, List<Person> persons, List<Establishment> establishments,
                          List<Activity> activities, InfoSession infoSession, Deposit deposit, BusinessPlan businessPlan,
                          Boolean otherActivities, String separateDepartment, boolean commitments) {

    public enum Kind { EERSTE, NIEUW_NUMMER, WIJZIGING_ACTIVITEITEN }

    /** What a recognised undertaking may do (KB 12-12-2001 art. 1, 2°). */
    public enum Activity { SCHOONMAKEN, WASSEN_STRIJKEN, NAAIWERK, MAALTIJDEN, BOODSCHAPPEN, STRIJKEN_ATELIER, VERVOER_MINDERMOBIELEN }

    public enum Function { BESTUURDER, ZAAKVOERDER, LASTHEBBER, GEVOLMACHTIGDE, SUIGENERIS_VERANTWOORDELIJKE }

    /** {@code type}: COMMERCIEEL, VZW, OCMW_LOKAAL_BESTUUR, NATUURLIJKE_PERSOON or ANDER. */
    public record Undertaking(String enterpriseNumber, String name, String legalForm, String type, String street, String postalCode,
                              String municipality, String phone, String email, String iban) { }

    public record Person(String nationalNumber, String name, Function function) { }

    public record Establishment(String number, String street, String postalCode, String municipality) { }

    public record InfoSession(LocalDate followedOn, List<String> participants) { }

    public record Deposit(BigDecimal amount, LocalDate paidOn, String reference) { }

    /** The chapters of art. 2sexies §1, 4°; each is a short text. */
    public record BusinessPlan(String generalInformation, String investments, String staff, String income, String fixedCosts,
                               String variableCosts, String balanceSheet) { }
}
