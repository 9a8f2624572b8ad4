package be.dossierwerk.trainingbudget;

import java.math.BigDecimal;
import java.time.Instant;

/** One movement on the training budget of an undertaking; {@code authority}: the dossier it is for; {@code counters}: the movement it undoes, or null. */
public record BudgetMovement(long id, Kind kind, BigDecimal amount, String authority, Long counters, String reason, Instant recordedAt, String recordedByName) {

    public enum Kind { TOEGEKEND, VASTGELEGD, VRIJGEGEVEN, BETAALD, TEGENGEBOEKT }
}
