package be.dossierwerk.alert;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A word to one person, or with {@code person} null to everybody who holds the role, that hangs on no term. {@code percent}: 100 once it is too late;
 * {@code cameOn}: since when it counts; {@code sentence}: says it in Dutch and may change while the warning holds.
 */
public record Warning(String dossier, int percent, LocalDate cameOn, String role, String person, String sentence) {

    boolean sameAs(Warning other) {
        return dossier.equals(other.dossier) && percent == other.percent && role.equals(other.role) && Objects.equals(person, other.person);
    }
}
