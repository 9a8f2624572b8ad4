package be.dossierwerk.infringement;

import be.dossierwerk.shared.Dates;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the follow-up of a withdrawal on conditions. */
@Component
class FollowUps {

    private final JdbcClient jdbc;

    FollowUps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@code state}: OPEN, VERVULD or NIET_VERVULD. */
    record Condition(int number, String content, String proof, LocalDate lastDay, String state, String why, boolean extended) { }

    record FollowUp(String dossier, String infringementCase, String recognition, boolean extended, String standing) { }

    FollowUp of(String dossier) {
        return jdbc.sql("select dossier, infringement_case, recognition, extended, standing from withdrawal_follow_up where dossier = ?").param(dossier)
                .query(FollowUp.class).single();
    }

    /** The dossiers that follow the conditions of an infringement file, oldest first. */
    List<String> ofCase(String infringementCase) {
        return jdbc.sql("select dossier from withdrawal_follow_up where infringement_case = ? order by dossier").param(infringementCase).query(String.class).list();
    }

    List<Condition> conditions(String dossier) {
        return jdbc.sql("select number, content, proof, last_day, state, why, extended from withdrawal_condition where dossier = ? order by number").param(dossier)
                .query(Condition.class).list();
    }

    /** "05/04/2027: werkplanning", each proof that came for this condition, oldest first. */
    List<String> proofs(String dossier, int number) {
        return jdbc.sql("select received_on, summary from withdrawal_proof where dossier = ? and ? = any(string_to_array(numbers, ', ')) order by position")
                .params(dossier, String.valueOf(number)).query((row, i) -> "%s: %s".formatted(Dates.table(row.getObject(1, LocalDate.class)), row.getString(2))).list();
    }

    /** "1. ...; bewijs: ...", those that are not met yet. */
    List<String> openInWords(String dossier) {
        return conditions(dossier).stream().filter(condition -> !condition.state().equals("VERVULD"))
                .map(condition -> "Voorwaarde %d: %s Bewijs: %s".formatted(condition.number(), condition.content(), condition.proof())).toList();
    }
}
