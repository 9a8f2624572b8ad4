package be.dossierwerk.recognition;

import be.dossierwerk.recognition.Application.Activity;
import be.dossierwerk.recognition.Application.BusinessPlan;
import be.dossierwerk.recognition.Application.Deposit;
import be.dossierwerk.recognition.Application.Establishment;
import be.dossierwerk.recognition.Application.Function;
import be.dossierwerk.recognition.Application.InfoSession;
import be.dossierwerk.recognition.Application.Kind;
import be.dossierwerk.recognition.Application.Person;
import be.dossierwerk.recognition.Application.Undertaking;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The typed fields of the paper form, by their JSON path ({@code persons[0].name}); empty is absent.
 * Dates as yyyy-MM-dd, amounts with a dot, several choices joined with a comma, yes as {@code true}.
 */
public record PaperForm(Map<String, String> fields) {

    public PaperForm {
        fields = Map.copyOf(fields);
    }

    /** The legal date of receipt, or null. */
    public LocalDate receivedOn() {
        return date("receivedOn");
    }

    /** How many rows {@code persons} or {@code establishments} has. */
    public int rows(String list) {
        return fields.keySet().stream().filter(path -> path.startsWith(list + "[")).filter(path -> text(path) != null)
                .mapToInt(path -> Integer.parseInt(path.substring(list.length() + 1, path.indexOf(']'))) + 1).max().orElse(0);
    }

    /** A part of which nothing was typed is null: missing, not wrong. */
    public Application application() {
        return new Application(code("kind", Kind.class), undertaking(), persons(), establishments(), activities(), infoSession(), deposit(),
                plan(), bool("otherActivities"), text("separateDepartment"), Boolean.TRUE.equals(bool("commitments")));
    }

    private Undertaking undertaking() {
        return new Undertaking(text("undertaking.enterpriseNumber"), text("undertaking.name"), text("undertaking.legalForm"),
                text("undertaking.type"), text("undertaking.street"), text("undertaking.postalCode"), text("undertaking.municipality"),
                text("undertaking.phone"), text("undertaking.email"), text("undertaking.iban"));
    }

    private List<Person> persons() {
        List<Person> persons = new ArrayList<>();
        for (int i = 0; i < rows("persons"); i++) {
            String at = "persons[" + i + "].";
            persons.add(new Person(text(at + "nationalNumber"), text(at + "name"), code(at + "function", Function.class)));
        }
        return persons;
    }

    private List<Establishment> establishments() {
        List<Establishment> places = new ArrayList<>();
        for (int i = 0; i < rows("establishments"); i++) {
            String at = "establishments[" + i + "].";
            places.add(new Establishment(text(at + "number"), text(at + "street"), text(at + "postalCode"), text(at + "municipality")));
        }
        return places;
    }

    private List<Activity> activities() {
        String chosen = text("activities");
        return chosen == null ? List.of() : Stream.of(chosen.split(",")).map(Activity::valueOf).toList();
    }

    private InfoSession infoSession() {
        List<String> participants = Stream.of("infoSession.participants[0]", "infoSession.participants[1]").map(this::text)
                .filter(name -> name != null).toList();
        LocalDate followedOn = date("infoSession.followedOn");
        return followedOn == null && participants.isEmpty() ? null : new InfoSession(followedOn, participants);
    }

    private Deposit deposit() {
        String amount = text("deposit.amount");
        LocalDate paidOn = date("deposit.paidOn");
        String reference = text("deposit.reference");
        return amount == null && paidOn == null && reference == null ? null
                : new Deposit(amount == null ? null : new BigDecimal(amount), paidOn, reference);
    }

    private BusinessPlan plan() {
        boolean empty = fields.keySet().stream().filter(path -> path.startsWith("businessPlan.")).allMatch(path -> text(path) == null);
        return empty ? null : new BusinessPlan(text("businessPlan.generalInformation"), text("businessPlan.investments"),
                text("businessPlan.staff"), text("businessPlan.income"), text("businessPlan.fixedCosts"), text("businessPlan.variableCosts"),
                text("businessPlan.balanceSheet"));
    }

    private String text(String path) {
        String value = fields.get(path);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private LocalDate date(String path) {
        String value = text(path);
        return value == null ? null : LocalDate.parse(value);
    }

    private Boolean bool(String path) {
        String value = text(path);
        return value == null ? null : Boolean.valueOf(value);
    }

    private <E extends Enum<E>> E code(String path, Class<E> type) {
        String value = text(path);
        return value == null ? null : Enum.valueOf(type, value);
    }
}
