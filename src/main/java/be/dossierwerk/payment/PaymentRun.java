package be.dossierwerk.payment;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * A run: {@code day} is when the bank should pay at the earliest; {@code reason} why it was sent back or withdrawn; {@code settled} how many lines the bank
 * answered for. Total in euro.
 */
public record PaymentRun(long id, String number, LocalDate day, RunState state, BigDecimal total, int lines, int settled, Signature prepared, Signature checked,
                         Signature released, Instant sentAt, String reason) {

    /** Who did an act, and when. */
    public record Signature(String id, String name, Instant at) { }

    /** What can be done with a run, in which states and by whom. */
    public enum Act {
        CHECK(Set.of(RunState.VOORBEREID), Roles.FINANCE, Roles.TEAM_LEAD),
        RELEASE(Set.of(RunState.GOEDGEKEURD), Roles.HEAD),
        SEND(Set.of(RunState.VRIJGEGEVEN, RunState.BESTAND_KLAAR), Roles.FINANCE, Roles.HEAD),
        WITHDRAW(Set.of(RunState.VOORBEREID, RunState.TERUGGESTUURD, RunState.GOEDGEKEURD, RunState.VRIJGEGEVEN), Roles.FINANCE, Roles.HEAD);

        private final Set<RunState> in;
        private final String[] roles;

        Act(Set<RunState> in, String... roles) {
            this.in = in;
            this.roles = roles;
        }

        String[] roles() {
            return roles;
        }
    }

    /** Whether this person may do it now. */
    public boolean allows(Act act, Actor actor) {
        boolean role = Set.of(act.roles).stream().anyMatch(actor::has);
        return role && act.in.contains(state) && !mine(act, actor) && !headNeeded(act, actor);
    }

    /** @throws Refused payment.run.second-person, payment.run.not-now, security.role-missing as a released run is withdrawn by the head only */
    void require(Act act, Actor actor) {
        if (!act.in.contains(state)) {
            throw new Refused("payment.run.not-now", number);
        }
        if (mine(act, actor)) {
            throw new Refused("payment.run.second-person", number);
        }
        if (headNeeded(act, actor)) {
            throw new Refused("security.role-missing", Roles.name(Roles.HEAD));
        }
    }

    private boolean mine(Act act, Actor actor) {
        return switch (act) {
            case CHECK -> actor.id().equals(prepared.id());
            case RELEASE -> actor.id().equals(prepared.id()) || checked != null && actor.id().equals(checked.id());
            case SEND, WITHDRAW -> false;
        };
    }

    private boolean headNeeded(Act act, Actor actor) {
        return act == Act.WITHDRAW && state == RunState.VRIJGEGEVEN && !actor.has(Roles.HEAD);
    }
}
