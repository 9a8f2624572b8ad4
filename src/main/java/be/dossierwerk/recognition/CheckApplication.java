package be.dossierwerk.recognition;

import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.EstablishmentNumber;
import be.dossierwerk.shared.Iban;
import be.dossierwerk.shared.NationalNumber;
import be.dossierwerk.shared.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** The one validation of an application, for the screen and for REST: wrong values, not missing parts. */
final class CheckApplication {

    /** What breaks a line, or turns around what is read: in no name and no address. */
    private static final Pattern NOT_ON_ONE_LINE = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F]");

    private final List<Refused.Field> wrong = new ArrayList<>();
    private final LocalDate today;

    private CheckApplication(LocalDate today) {
        this.today = today;
    }

    /** @throws Refused naming every wrong field by its JSON path */
    static void check(Application application, LocalDate receivedOn, LocalDate today) {
        CheckApplication check = new CheckApplication(today);
        check.required("kind", application.kind());
        check.undertaking(application.undertaking());
        check.persons(application.persons());
        check.establishments(application.establishments());
        if (application.activities() == null || application.activities().isEmpty() || application.activities().stream().anyMatch(Objects::isNull)) {
            check.add("activities", "recognition.field.activities");
        }
        if (application.infoSession() != null) {
            check.notInFuture("infoSession.followedOn", application.infoSession().followedOn());
            if (application.infoSession().participants() != null && application.infoSession().participants().size() > 2) {
                check.add("infoSession.participants", "recognition.field.participants");
            }
        }
        if (application.deposit() != null) {
            check.notInFuture("deposit.paidOn", application.deposit().paidOn());
            if (application.deposit().amount() != null && application.deposit().amount().signum() <= 0) {
                check.add("deposit.amount", "recognition.field.amount");
            }
        }
        check.required("receivedOn", receivedOn);
        check.notInFuture("receivedOn", receivedOn);
        if (!check.wrong.isEmpty()) {
            throw new Refused("recognition.application.invalid", check.wrong, check.wrong.size());
        }
    }

    private void undertaking(Application.Undertaking undertaking) {
        if (undertaking == null) {
            add("undertaking", "recognition.field.required");
            return;
        }
        text("undertaking.name", undertaking.name(), 200);
        text("undertaking.street", undertaking.street(), 200);
        text("undertaking.municipality", undertaking.municipality(), 100);
        valid("undertaking.enterpriseNumber", undertaking.enterpriseNumber(),
                EnterpriseNumber.isValid(undertaking.enterpriseNumber()), "recognition.field.enterprise-number");
        valid("undertaking.postalCode", undertaking.postalCode(),
                undertaking.postalCode() != null && undertaking.postalCode().matches("[1-9][0-9]{3}"), "recognition.field.postal-code");
        if (present(undertaking.email())) {
            valid("undertaking.email", undertaking.email(), undertaking.email().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"), "recognition.field.email");
        }
        if (present(undertaking.iban())) {
            valid("undertaking.iban", undertaking.iban(), Iban.isValid(undertaking.iban()), "recognition.field.iban");
        }
    }

    private void persons(List<Application.Person> persons) {
        if (persons == null || persons.isEmpty()) {
            add("persons", "recognition.field.persons");
            return;
        }
        for (int i = 0; i < persons.size(); i++) {
            Application.Person person = persons.get(i);
            text("persons[" + i + "].name", person.name(), 200);
            valid("persons[" + i + "].nationalNumber", person.nationalNumber(), NationalNumber.isValid(person.nationalNumber()),
                    "recognition.field.national-number");
            required("persons[" + i + "].function", person.function());
        }
    }

    private void establishments(List<Application.Establishment> establishments) {
        if (establishments == null) {
            return;
        }
        for (int i = 0; i < establishments.size(); i++) {
            valid("establishments[" + i + "].number", establishments.get(i).number(),
                    EstablishmentNumber.isValid(establishments.get(i).number()), "recognition.field.establishment-number");
        }
    }

    private void text(String field, String value, int longest) {
        if (!present(value)) {
            add(field, "recognition.field.required");
        } else if (value.length() > longest) {
            add(field, "recognition.field.too-long", longest);
        } else if (NOT_ON_ONE_LINE.matcher(value).find()) {
            add(field, "recognition.field.characters");
        }
    }

    private void valid(String field, String value, boolean valid, String key) {
        if (!present(value)) {
            add(field, "recognition.field.required");
        } else if (!valid) {
            add(field, key);
        }
    }

    private void required(String field, Object value) {
        if (value == null) {
            add(field, "recognition.field.required");
        }
    }

    private void notInFuture(String field, LocalDate date) {
        if (date != null && date.isAfter(today)) {
            add(field, "recognition.field.future");
        }
    }

    private void add(String field, String key, Object... args) {
        wrong.add(new Refused.Field(field, key, args));
    }

    private static boolean present(String value) {
        return value != null && !value.isBlank();
    }
}
