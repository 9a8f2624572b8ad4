package be.dossierwerk.dossier;

import static be.dossierwerk.dossier.Booted.AN;
import static be.dossierwerk.dossier.Booted.TODAY;
import static be.dossierwerk.dossier.Booted.pdf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.shared.MovableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Dossiers on a real PostgreSQL: numbers, states, documents and what the timeline says of them. */
class DossiersTest {

    private static Booted booted;
    private static Dossiers dossiers;

    @BeforeAll
    static void start() throws Exception {
        booted = new Booted();
        dossiers = booted.bean(Dossiers.class);
    }

    @AfterAll
    static void stop() throws Exception {
        booted.close();
    }

    @Test
    void numbers_have_no_gaps_when_many_open_at_once_and_some_fail() throws Exception {
        var threads = Executors.newFixedThreadPool(20);
        List<Callable<String>> opens = new ArrayList<>(IntStream.range(0, 20).<Callable<String>>mapToObj(i ->
                () -> booted.open("RAC", "Onderneming " + i, null, TODAY)).toList());
        var transaction = new TransactionTemplate(booted.bean(PlatformTransactionManager.class));
        IntStream.range(0, 5).forEach(i -> opens.add(i * 4, () -> transaction.execute(status -> {
            booted.open("RAC", "Komt er niet", null, TODAY);
            status.setRollbackOnly();
            return null;
        })));

        List<String> numbers = new ArrayList<>();
        for (var answer : threads.invokeAll(opens)) {
            if (answer.get() != null) {
                numbers.add(answer.get());
            }
        }
        threads.shutdown();

        assertThat(numbers).containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 20).mapToObj("DC-RAC-2027-%05d"::formatted).toList());
    }

    @Test
    void each_year_and_each_kind_counts_from_one() {
        assertThat(booted.open("JRA", "A", null, TODAY)).isEqualTo("DC-JRA-2027-00001");
        assertThat(booted.open("JRB", "B", null, TODAY)).isEqualTo("DC-JRB-2027-00001");
        assertThat(booted.open("JRA", "C", null, TODAY)).isEqualTo("DC-JRA-2027-00002");
        MovableClock clock = booted.bean(MovableClock.class);
        clock.moveOn(Duration.ofDays(300));
        assertThat(booted.open("JRA", "D", null, TODAY)).isEqualTo("DC-JRA-2028-00001");
        clock.moveOn(Duration.ofDays(-300));
    }

    @Test
    void a_locked_dossier_is_read_once_until_it_changes() {
        String number = booted.open("EEN", "Poets bv", null, TODAY);
        TransactionTemplate transaction = new TransactionTemplate(booted.bean(PlatformTransactionManager.class));
        TransactionTemplate nested = new TransactionTemplate(booted.bean(PlatformTransactionManager.class));
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        booted.as(AN, () -> transaction.executeWithoutResult(status -> {
            booted.bean(AuditLog.class).lock(number);
            String handler = dossiers.get(number).handler();
            int before = booted.statements.get();
            assertThat(dossiers.get(number).state()).isEqualTo("IN_BEHANDELING");
            assertThat(booted.statements.get()).isEqualTo(before);
            dossiers.state(number, "WACHT_OP_AANVRAGER");
            assertThat(dossiers.get(number).state()).isEqualTo("WACHT_OP_AANVRAGER");
            nested.executeWithoutResult(back -> {
                dossiers.handler(number, "bram", "Bram De Smet");
                assertThat(dossiers.get(number).handler()).isEqualTo("bram");
                back.setRollbackOnly();
            });
            assertThat(dossiers.get(number).handler()).isEqualTo(handler);
            dossiers.close(number, "ERKEND", TODAY);
            assertThat(dossiers.get(number).closedOn()).isEqualTo(TODAY);
            dossiers.reopen(number, "er kwam iets bij");
            assertThat(dossiers.get(number).closedOn()).isNull();
        }));
    }

    @Test
    void a_life_from_opening_to_closing_reads_as_plain_sentences() {
        String number = booted.open("LEV", "Poets bv", "0403170701", TODAY.minusDays(1));
        booted.as(AN, () -> {
            dossiers.handler(number, "an", "An Peeters");
            dossiers.handler(number, "bram", "Bram De Smet");
            dossiers.state(number, "WACHT_OP_AANVRAGER");
            dossiers.state(number, "WACHT_OP_AANVRAGER");
            dossiers.party(number, new Dossiers.Party(UUID.randomUUID(), "PERSOON", "Mia Maes", "BESTUURDER", "85073003328", null));
            dossiers.note(number, "  Gebeld. ");
            dossiers.close(number, "GEDEELTELIJK_ERKEND", TODAY);
        });

        assertThat(booted.bean(AuditLog.class).of(number)).extracting(AuditLog.Line::sentence).containsExactly(
                "An Peeters opende dit dossier voor Poets bv. De aanvraag kwam op donderdag 11 maart 2027 aan, op papier.",
                "An Peeters werd de behandelaar van dit dossier.",
                "Bram De Smet nam de behandeling van dit dossier over van An Peeters.",
                "De toestand van het dossier ging van \"in behandeling\" naar \"wacht op aanvrager\".",
                "Mia Maes werd als bestuurder aan het dossier toegevoegd.",
                "An Peeters schreef een notitie.",
                "Het dossier werd op vrijdag 12 maart 2027 afgesloten met als uitkomst \"gedeeltelijk erkend\".");
        assertThat(dossiers.get(number)).extracting(Dossiers.Details::state, Dossiers.Details::outcome, Dossiers.Details::closedOn,
                Dossiers.Details::handlerName).containsExactly("GESLOTEN", "GEDEELTELIJK_ERKEND", TODAY, "Bram De Smet");
        assertThat(dossiers.parties(number)).extracting(Dossiers.Party::nationalNumber).containsExactly("85073003328");
        assertThatThrownBy(() -> booted.as(AN, () -> dossiers.state(number, "IN_BEHANDELING"))).hasMessage("dossier.closed");
        assertThatThrownBy(() -> booted.as(AN, () -> dossiers.close(number, "GEWEIGERD", TODAY))).hasMessage("dossier.closed");
    }

    @Test
    void an_unknown_number_is_refused_everywhere() {
        assertThat(dossiers.find("DC-ERK-1999-00001")).isEmpty();
        assertThatThrownBy(() -> dossiers.get("DC-ERK-1999-00001")).hasMessage("dossier.unknown");
        assertThatThrownBy(() -> booted.as(AN, () -> dossiers.state("weg", "IN_BEHANDELING"))).hasMessage("dossier.unknown");
        assertThatThrownBy(() -> booted.as(AN, () -> dossiers.note("weg", "Tekst"))).hasMessage("dossier.unknown");
        assertThatThrownBy(() -> booted.as(AN, () -> dossiers.attach("weg", "BIJLAGE", "Plan", "plan.pdf", pdf("x"), TODAY))).hasMessage("dossier.unknown");
        assertThatThrownBy(() -> dossiers.content(UUID.randomUUID())).hasMessage("dossier.document.unknown");
    }

    @ParameterizedTest
    @CsvSource({
            "PDF,           plan.pdf,   application/pdf",
            "PDF,           plan.exe,   application/pdf",
            "PNG,           foto.png,   image/png",
            "JPEG,          foto.jpg,   image/jpeg",
            "TIFF,          scan.tiff,  image/tiff",
            "EXE,           plan.pdf,   dossier.document.type",
            "HTML,          plan.pdf,   dossier.document.type",
            "SVG,           logo.png,   dossier.document.type",
            "ZIP,           plan.docx,  dossier.document.type",
            "EMPTY,         leeg.pdf,   dossier.document.empty",
            "NOTHING,       niets.pdf,  dossier.document.empty",
            "LIMIT,         groot.pdf,  application/pdf",
            "OVER_LIMIT,    groot.pdf,  dossier.document.too-large"})
    void a_file_is_taken_for_what_it_is_and_not_for_what_it_is_called(String what, String name, String expected) {
        String number = booted.open("DOC", "Poets bv", null, TODAY);
        byte[] content = switch (what) {
            case "PDF" -> pdf(what);
            case "PNG", "JPEG", "TIFF" -> image(what);
            case "EXE" -> "MZ\u0090\0\3\0\0\0\4\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
            case "HTML" -> "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.US_ASCII);
            case "SVG" -> "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.US_ASCII);
            case "ZIP" -> new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0};
            case "EMPTY" -> new byte[0];
            case "NOTHING" -> null;
            default -> java.util.Arrays.copyOf(pdf(what), 25 * 1024 * 1024 + (what.equals("LIMIT") ? 0 : 1));
        };

        if (expected.startsWith("dossier.")) {
            assertThatThrownBy(() -> booted.as(AN, () -> dossiers.attach(number, "BIJLAGE", "Stuk", name, content, TODAY))).hasMessage(expected);
            assertThat(dossiers.documents(number)).isEmpty();
        } else {
            UUID id = booted.as(AN, () -> dossiers.attach(number, "BIJLAGE", "Stuk", name, content, TODAY));
            assertThat(dossiers.documents(number)).singleElement().satisfies(document -> {
                assertThat(document.mediaType()).isEqualTo(expected);
                assertThat(document.bytes()).isEqualTo(content.length);
                assertThat(document.sha256()).matches("[0-9a-f]{64}");
            });
            assertThat(dossiers.content(id)).isEqualTo(content);
        }
    }

    private static byte[] image(String format) {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try {
            javax.imageio.ImageIO.write(new java.awt.image.BufferedImage(2, 2, java.awt.image.BufferedImage.TYPE_INT_RGB), format, bytes);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Test
    void the_same_file_is_kept_once_for_each_thing_it_proves() {
        String number = booted.open("DUB", "Poets bv", null, TODAY);
        UUID first = booted.as(AN, () -> dossiers.attach(number, "BEWIJS_BORGSOM", "Borgsom", "C:\\scans\\borg.pdf", pdf("borg"), TODAY));
        UUID again = booted.as(AN, () -> dossiers.attach(number, "BEWIJS_BORGSOM", "Nog eens", "borg2.pdf", pdf("borg"), TODAY));
        UUID other = booted.as(AN, () -> dossiers.attach(number, "ONDERNEMINGSPLAN", "Plan", "borg.pdf", pdf("borg"), TODAY));

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
        assertThat(dossiers.documents(number)).extracting(Dossiers.Document::title).containsExactlyInAnyOrder("Borgsom", "Plan");
        assertThat(dossiers.documents(number)).extracting(Dossiers.Document::fileName).containsOnly("borg.pdf");
        assertThat(booted.bean(AuditLog.class).of(number)).filteredOn(line -> line.action().equals("DOCUMENT_TOEGEVOEGD"))
                .extracting(AuditLog.Line::sentence).containsExactly("An Peeters voegde het document \"Borgsom\" toe.",
                        "An Peeters voegde het document \"Plan\" toe.");
    }

    @Test
    void the_timeline_does_not_tell_what_a_confidential_document_is_about() {
        String number = booted.open("VER", "Poets bv", null, TODAY);
        booted.as(AN, () -> dossiers.attach(number, Dossiers.CONFIDENTIAL_KIND, "Uittreksel strafregister Mia Maes", "u.pdf", pdf("u"), TODAY));

        assertThat(booted.bean(AuditLog.class).of(number)).extracting(AuditLog.Line::sentence)
                .last().isEqualTo("An Peeters voegde een vertrouwelijk document toe.");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {"null, dossier.note.empty", "'  ', dossier.note.empty", "LONG, dossier.note.too-long"})
    void a_note_says_something_and_not_too_much(String text, String refusal) {
        String number = booted.open("NOT", "Poets bv", null, TODAY);
        String written = "LONG".equals(text) ? "x".repeat(Dossiers.NOTE_LIMIT + 1) : text;
        assertThatThrownBy(() -> booted.as(AN, () -> dossiers.note(number, written))).hasMessage(refusal);
    }
}
