package be.dossierwerk.board;

import static be.dossierwerk.board.OwnBoard.AUDITOR;
import static be.dossierwerk.board.OwnBoard.HEAD;
import static be.dossierwerk.board.OwnBoard.MANAGER;
import static be.dossierwerk.board.OwnBoard.OTHER_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import be.dossierwerk.deadline.Verdict;
import be.dossierwerk.security.Actor;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A norm gets another definition by two persons, who see before what it does; the profession cards of 2019 had thirty days, and those of 2020 fifty. */
class DefinitionVersionTest {

    private final OwnBoard board = new OwnBoard();

    @AfterEach
    void close() {
        board.close();
    }

    @Test
    void a_new_version_shows_what_it_does_and_then_does_it() {
        board.happened("BK-A", "BK", "APPLICATION", "COMPLETE 2020-03-02", "DECIDED 2020-03-22");
        board.happened("BK-B", "BK", "APPLICATION", "COMPLETE 2020-03-02", "DECIDED 2020-04-11");
        board.happened("BK-C", "BK", "APPLICATION", "COMPLETE 2020-03-02", "DECIDED 2020-08-01");
        board.happened("BK-D", "BK", "APPLICATION", "COMPLETE 2019-03-02", "DECIDED 2019-04-11");
        board.happened("BK-E", "BK", "APPLICATION", "COMPLETE 2018-03-02", "DECIDED 2018-04-11");
        assertThat(board.in2020("BK-1")).isEqualTo("2 of 3");
        Definition thirty = limit("30", "80% binnen 30 dagen behandeld (WSE-tijd)");

        WeighDefinition.Effect effect = board.as(HEAD, WeighDefinition.class, weighs -> weighs.weigh(thirty));
        assertThat(effect.years()).extracting(year -> year.year() + ": " + year.before().met() + " > " + year.after().met() + " of " + year.after().counted()).containsExactly("2020: 2 > 1 of 3", "2019: 1 > 0 of 1");
        assertThat(effect.judged()).containsExactly(new WeighDefinition.Judged("BK-B", true, false), new WeighDefinition.Judged("BK-D", true, false));

        long proposal = propose(MANAGER, thirty);
        assertThat(board.in2020("BK-1")).as("nothing changes before somebody approves").isEqualTo("2 of 3");
        decide(HEAD, proposal, Verdict.GOEDGEKEURD, "Zoals in 2019");

        assertThat(board.in2020("BK-1")).isEqualTo("1 of 3");
        assertThat(board.in2020("BK-2")).isEqualTo("2 of 3");
        assertThat(board.jdbc().sql("select version || ' ' || count(*) filter (where met) from board_account where code = 'BK-1' group by version order by version").query(String.class).list())
                .as("what the older version said stays").containsExactly("1 4", "2 1");
        List<Definitions.Version> versions = board.as(AUDITOR, Definitions.class, definitions -> definitions.versions("BK-1"));
        assertThat(versions).extracting(Definitions.Version::version, Definitions.Version::byName, Definitions.Version::approvedByName, Definitions.Version::reason)
                .containsExactly(tuple(2, "Pieter Maas", "Lieve Goossens", "Omdat het kan"),
                        tuple(1, "Dossierwerk", null, "Zoals het departement ze publiceerde (jaarverslag 2020)"));
        assertThat(versions.get(0).definition().since(versions.get(1).definition())).containsExactly(
                new Definition.Difference("name", 0, "80% binnen 50 dagen behandeld (WSE-tijd)", "80% binnen 30 dagen behandeld (WSE-tijd)"), new Definition.Difference("amount", 1, "50", "30"));

        // And what comes in later is judged by it.
        board.happened("BK-F", "BK", "APPLICATION", "COMPLETE 2020-03-02", "DECIDED 2020-04-11");
        assertThat(board.in2020("BK-1")).isEqualTo("1 of 4");
    }

    @Test
    void who_proposes_does_not_approve_and_a_rejection_says_why() {
        long proposal = propose(MANAGER, limit("30", "Dertig dagen"));
        assertRefused("board.definition.four-eyes", () -> decide(MANAGER, proposal, Verdict.GOEDGEKEURD, null));
        assertRefused("security.role-missing", () -> decide(AUDITOR, proposal, Verdict.GOEDGEKEURD, null));
        assertRefused("deadline.reason.required", () -> decide(OTHER_MANAGER, proposal, Verdict.AFGEWEZEN, " "));
        assertRefused("board.definition.already-proposed", () -> propose(OTHER_MANAGER, limit("40", "Veertig dagen")));

        decide(OTHER_MANAGER, proposal, Verdict.AFGEWEZEN, "Niet haalbaar");
        assertRefused("board.definition.decided", () -> decide(HEAD, proposal, Verdict.GOEDGEKEURD, null));
        assertThat(board.as(AUDITOR, Definitions.class, definitions -> definitions.proposal(proposal)).decisionReason()).isEqualTo("Niet haalbaar");
        assertThat(board.<Definitions, List<Definitions.Version>>as(AUDITOR, Definitions.class, definitions -> definitions.versions("BK-1"))).hasSize(1);
        assertRefused("board.definition.same", () -> propose(MANAGER, board.as(AUDITOR, Definitions.class, definitions -> definitions.versions("BK-1")).get(0).definition()));
        assertRefused("security.role-missing", () -> propose(HEAD, limit("40", "Veertig dagen")));
    }

    @Test
    void a_new_norm_counts_what_was_there_before_it() {
        board.happened("BK-A", "BK", "APPLICATION", "RECEIVED 2020-03-02", "ADMISSIBLE 2020-03-05");
        Definition fresh = new Definition("BK-3", "BK", null, "90% binnen 5 dagen ontvankelijk", new BigDecimal("90"), 0, Definition.Bound.INTERN, "Ondernemingsplan 2021", " ",
                List.of(new Definition.Row("RECEIVED", "ADMISSIBLE", "ADMISSIBLE", Limit.Unit.CALENDAR_DAYS, "5", false, new Scope(Set.of("APPLICATION"), Set.of()))));
        assertThat(board.as(HEAD, WeighDefinition.class, weighs -> weighs.weigh(fresh)).judged()).containsExactly(new WeighDefinition.Judged("BK-A", null, true));

        decide(OTHER_MANAGER, propose(MANAGER, fresh), Verdict.GOEDGEKEURD, null);

        assertThat(board.in2020("BK-3")).isEqualTo("1 of 1");
        assertThat(board.board().norms()).filteredOn(line -> line.code().equals("BK-3")).extracting(ShowBoard.NormLine::measureName).containsExactly("Beroepskaarten");
    }

    private Definition limit(String days, String name) {
        Definition now = board.as(AUDITOR, Definitions.class, definitions -> definitions.versions("BK-1")).get(0).definition();
        Definition.Row row = now.rows().get(0);
        return new Definition("BK-1", now.measure(), null, name, now.target(), now.decimals(), now.bound(), now.source(), now.note(),
                List.of(new Definition.Row(row.start(), row.stop(), row.countedIn(), row.unit(), days, row.withoutPauses(), row.scope())));
    }

    private long propose(Actor actor, Definition definition) {
        return board.as(actor, ProposeDefinition.class, proposes -> proposes.propose(definition, "Omdat het kan"));
    }

    private void decide(Actor actor, long proposal, Verdict verdict, String reason) {
        board.as(actor, DecideDefinition.class, decides -> {
            decides.decide(proposal, verdict, reason);
            return true;
        });
    }

    private static void assertRefused(String key, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(Refused.class).hasMessage(key);
    }
}
