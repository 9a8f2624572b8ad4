package be.dossierwerk.dossier;

import static be.dossierwerk.dossier.Booted.AN;
import static be.dossierwerk.dossier.Booted.ANN;
import static be.dossierwerk.dossier.Booted.ELS;
import static be.dossierwerk.dossier.Booted.TODAY;
import static be.dossierwerk.dossier.Booted.pdf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.when;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.dossier.DossierList.Filter;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What colleagues may do with a dossier, and how they find one, on a real PostgreSQL. */
class DossierUseCasesTest {

    private static final String[] TABLES = {"document_content", "document", "note", "dossier_link", "party", "dossier"};

    private static Booted booted;

    @BeforeAll
    static void start() throws Exception {
        booted = new Booted(DossierList.class, RecordReading.class, ShowDossier.class, ReadDocument.class, AddNote.class, AttachDocument.class, LinkDossiers.class);
    }

    @AfterAll
    static void stop() throws Exception {
        booted.close();
    }

    @BeforeEach
    void empty() {
        List.of(TABLES).forEach(table -> booted.bean(JdbcClient.class).sql("delete from " + table).update());
    }

    @ParameterizedTest
    @CsvSource({
            Roles.HANDLER + ",     reads,   reads,   yes, yes",
            Roles.LAWYER + ",      reads,   reads,   yes, yes",
            Roles.TEAM_LEAD + ",   reads,   reads,   yes, yes",
            Roles.HEAD + ",        reads,   reads,   yes, yes",
            Roles.INTAKE + ",      reads,   refused, yes, yes",
            Roles.SECRETARIAT + ", reads,   refused, yes, yes",
            Roles.INSPECTOR + ",   reads,   refused, yes, yes",
            Roles.COMMITTEE + ",   reads,   refused, yes, no",
            Roles.SIGNATORY + ",   reads,   refused, yes, no",
            Roles.AUDITOR + ",     reads,   refused, no,  no",
            Roles.MANAGER + ",     reads,   refused, no,  no",
            "dw-portaal,           refused, refused, no,  no"})
    void each_role_does_what_it_is_for(String role, String ordinary, String confidential, String writes, String files) {
        String number = booted.open("ROL", "Poets bv", null, TODAY);
        UUID plan = attach(number, "ONDERNEMINGSPLAN", "Plan");
        UUID extract = attach(number, Dossiers.CONFIDENTIAL_KIND, "Uittreksel");
        booted.as(AN, () -> booted.bean(Dossiers.class).party(number,
                new Dossiers.Party(UUID.randomUUID(), "PERSOON", "Mia Maes", "BESTUURDER", "85073003328", null)));
        Actor person = new Actor("p", "Persoon", Set.of(role));

        assertThat(allowed(person, () -> booted.bean(ReadDocument.class).read(plan))).isEqualTo(ordinary.equals("reads"));
        assertThat(allowed(person, () -> booted.bean(ReadDocument.class).read(extract))).isEqualTo(confidential.equals("reads"));
        assertThat(allowed(person, () -> booted.bean(AddNote.class).add(number, "Gebeld"))).isEqualTo(writes.equals("yes"));
        assertThat(allowed(person, () -> booted.bean(AttachDocument.class).attach(number, "STATUTEN", "Statuten", "s.pdf", pdf(role), TODAY)))
                .isEqualTo(files.equals("yes"));
        if (ordinary.equals("refused")) {
            assertThat(allowed(person, () -> booted.bean(ShowDossier.class).show(number))).isFalse();
            assertThat(allowed(person, () -> booted.bean(DossierList.class).page(Filter.NONE, 0, 10))).isFalse();
            return;
        }
        ShowDossier.Sheet sheet = booted.as(person, () -> booted.bean(ShowDossier.class).show(number));
        assertThat(sheet.documents().stream().anyMatch(document -> document.id().equals(extract))).isEqualTo(confidential.equals("reads"));
        assertThat(sheet.hidden()).isEqualTo(confidential.equals("reads") ? 0 : 1);
        assertThat(sheet.parties().get(0).nationalNumber() != null).isEqualTo(confidential.equals("reads") || role.equals(Roles.INTAKE));
        assertThat(sheet.mayWrite()).isEqualTo(writes.equals("yes"));
        assertThat(sheet.mayFile()).isEqualTo(files.equals("yes"));
    }

    @Test
    void who_may_not_read_a_confidential_document_does_not_add_one() {
        String number = booted.open("ROL", "Poets bv", null, TODAY);

        assertThat(fields(ELS, () -> booted.bean(AttachDocument.class).attach(number, "BRON", "Uittreksel", "u.pdf", pdf("u"), TODAY)))
                .containsExactly("kind dossier.attach.confidential");
    }

    @Test
    void an_unfit_attachment_names_every_wrong_field() {
        String number = booted.open("ROL", "Poets bv", null, TODAY);

        assertThat(fields(AN, () -> booted.bean(AttachDocument.class).attach(number, "RAAR", " ", null, null, TODAY.plusDays(1)))).containsExactly(
                "file dossier.attach.file-required", "kind dossier.attach.kind-required", "title dossier.attach.title-required",
                "dated dossier.attach.dated-future");
        assertThat(booted.bean(Dossiers.class).documents(number)).isEmpty();
    }

    @Test
    void a_link_is_seen_and_told_from_both_sides_and_made_once() {
        String one = booted.open("LNK", "Poets bv", null, TODAY);
        String two = booted.open("LNK", "Strijk bv", null, TODAY);
        LinkDossiers links = booted.bean(LinkDossiers.class);
        booted.as(AN, () -> links.link(two, one, "Zelfde zaakvoerder"));

        assertThat(show(one).links()).containsExactly(new ShowDossier.Link(two, "Strijk bv", "IN_BEHANDELING", "Zelfde zaakvoerder", "An Peeters"));
        assertThat(show(two).links()).extracting(ShowDossier.Link::number).containsExactly(one);
        assertThat(show(one).timeline()).extracting(AuditLog.Line::sentence, AuditLog.Line::reason).last()
                .isEqualTo(org.assertj.core.groups.Tuple.tuple("An Peeters koppelde dit dossier aan " + two + " (Strijk bv).", "Zelfde zaakvoerder"));
        assertThat(fields(AN, () -> links.link(one, two, "Nog eens"))).containsExactly("other dossier.link.exists");
        assertThat(fields(AN, () -> links.link(one, one, "Zichzelf"))).containsExactly("other dossier.link.itself");
        assertThat(fields(AN, () -> links.link(one, "DC-LNK-1999-1", "Weg"))).containsExactly("other dossier.unknown");
        assertThat(fields(AN, () -> links.link(one, " ", "Niets"))).containsExactly("other dossier.link.other-required");
        String three = booted.open("LNK", "Was bv", null, TODAY);
        assertThat(fields(AN, () -> links.link(one, three, " "))).containsExactly("reason dossier.link.reason-required");
        assertThatThrownBy(() -> booted.as(ANN, () -> links.link(one, three, "Mag niet"))).hasMessage("security.role-missing");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "-,               -,         -,                  -,   'C, B, A'",
            "zon,             -,         -,                  -,   'C, A'",
            "00001,           -,         -,                  -,   A",
            "0403.170.701,    -,         -,                  -,   A",
            "BE 0403170701,   -,         -,                  -,   A",
            "403 170,         -,         -,                  -,   A",
            "100%,            -,         -,                  -,   B",
            "1_0,             -,         -,                  -,   ''",
            "-,               beroep,    -,                  -,   ''",
            "-,               erkenning, WACHT_OP_AANVRAGER, -,   B",
            "-,               -,         -,                  an,  A",
            "zon,             -,         IN_BEHANDELING,     an,  A",
            "'  ',            '',        '',                 '',  'C, B, A'"})
    void the_list_finds_what_people_type(String text, String procedure, String state, String handler, String found) {
        booted.bean(JdbcClient.class).sql("delete from dossier_number").update();
        String a = booted.open("LST", "Zonnig bv", "0403170701", TODAY.minusDays(9));
        String b = booted.open("LST", "Poets 100% bv", "0566988259", TODAY.minusDays(5));
        booted.open("LST", "De Zon vzw", null, TODAY);
        booted.as(AN, () -> {
            booted.bean(Dossiers.class).handler(a, "an", "An Peeters");
            booted.bean(Dossiers.class).state(b, "WACHT_OP_AANVRAGER");
        });
        Filter filter = new Filter(text, procedure, state, handler);

        List<String> letters = booted.as(ANN, () -> booted.bean(DossierList.class).page(filter, 0, 10)).stream()
                .map(row -> row.subject().startsWith("Zonnig") ? "A" : row.subject().startsWith("Poets") ? "B" : "C").toList();

        assertThat(String.join(", ", letters)).isEqualTo(found);
        assertThat(booted.as(ANN, () -> booted.bean(DossierList.class).count(filter))).isEqualTo(letters.size());
        assertThat(booted.bean(DossierList.class).handlers()).containsExactly(java.util.Map.entry("an", "An Peeters"));
        assertThat(booted.bean(DossierList.class).procedures()).containsExactly("erkenning");
    }

    @Test
    void pages_join_newest_first_and_cost_one_statement_each() {
        for (int i = 0; i < 23; i++) {
            booted.open("PAG", "Onderneming " + i, null, TODAY.minusDays(i % 4));
        }
        DossierList list = booted.bean(DossierList.class);
        List<DossierList.Row> whole = booted.as(AN, () -> list.page(Filter.NONE, 0, 100));
        booted.statements.set(0);
        List<DossierList.Row> joined = new ArrayList<>();
        for (int page = 0; page < 5; page++) {
            int skip = page * 5;
            joined.addAll(booted.as(AN, () -> list.page(Filter.NONE, skip, 5)));
        }

        assertThat(booted.statements.get()).as("besides the ledger of terms").isEqualTo(5);
        assertThat(joined).hasSize(23).isEqualTo(whole);
        assertThat(whole).isSortedAccordingTo(java.util.Comparator.comparing(DossierList.Row::receivedOn)
                .thenComparing(DossierList.Row::number).reversed());
    }

    @Test
    void a_dossier_is_shown_with_eight_statements_at_most_however_full_it_is() {
        String number = booted.open("BUD", "Poets bv", null, TODAY);
        for (int i = 0; i < 12; i++) {
            int n = i;
            attach(number, "BIJLAGE", "Stuk " + n);
            booted.as(AN, () -> booted.bean(AddNote.class).add(number, "Notitie " + n));
        }
        booted.statements.set(0);

        ShowDossier.Sheet sheet = show(number);

        assertThat(booted.statements.get()).isLessThanOrEqualTo(8);
        assertThat(sheet.documents()).hasSize(12);
        assertThat(sheet.notes()).extracting(ShowDossier.Note::text).hasSize(12).startsWith("Notitie 0").endsWith("Notitie 11");
        assertThat(sheet.timeline()).hasSize(25);
    }

    @Test
    void the_main_term_is_the_decision_and_before_it_runs_the_one_that_ends_first() {
        String number = booted.open("TRM", "Poets bv", null, TODAY);
        TermStanding receipt = term(number, "T-REC-00", TODAY.plusDays(3), null);
        TermStanding advice = term(number, "T-REC-02", TODAY.plusDays(60), null);
        TermStanding decision = term(number, "T-REC-01", TODAY.plusDays(110), null);
        TermStanding paused = term(number, "T-REC-01", null, null);
        TermStanding done = term(number, "T-REC-00", TODAY.plusDays(3), TODAY);

        when(booted.terms.of(number)).thenReturn(List.of(), List.of(done), List.of(advice, receipt), List.of(receipt, advice, decision), List.of(receipt, paused));
        List<TermStanding> shown = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            shown.add(show(number).mainTerm());
        }

        assertThat(shown).containsExactly(null, null, receipt, decision, paused);
    }

    private static TermStanding term(String dossier, String rule, LocalDate due, LocalDate stoppedOn) {
        return new TermStanding(dossier, rule, "Termijn " + rule, "WETTELIJK", TODAY, due, null, 0, 0, 120, due == null ? TODAY : null, null, stoppedOn, false);
    }

    private static ShowDossier.Sheet show(String number) {
        return booted.as(AN, () -> booted.bean(ShowDossier.class).show(number));
    }

    private static UUID attach(String number, String kind, String title) {
        return booted.as(AN, () -> booted.bean(AttachDocument.class).attach(number, kind, title, title + ".pdf", pdf(title), TODAY));
    }

    private static boolean allowed(Actor person, Runnable work) {
        try {
            booted.as(person, work);
            return true;
        } catch (Refused refused) {
            assertThat(refused.key()).isIn("security.role-missing", "dossier.document.confidential");
            return false;
        }
    }

    private static List<String> fields(Actor person, Runnable work) {
        Refused refused = catchThrowableOfType(Refused.class, () -> booted.as(person, work));
        return refused.fields().stream().map(field -> field.name() + " " + field.key()).toList();
    }
}
