package be.dossierwerk.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import be.dossierwerk.OwnDatabase;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.parameter.DatedParameters;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.ReceivedFile;
import be.dossierwerk.shared.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The file of voucher activity on PostgreSQL; every test has a database of its own. */
class ActivityTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Actor NELE = new Actor("nele", "Nele Hermans", Set.of(Roles.FINANCE));
    private static final Actor AN = new Actor("an", "An Peeters", Set.of(Roles.HANDLER));
    private static final Actor ELS = new Actor("els", "Els Janssens", Set.of(Roles.INTAKE));
    private static final String HEADER = "erkenningsnummer;ondernemingsnummer;maand;aantal;bedrag\n";
    private static final YearMonth MARCH = YearMonth.of(2026, 3);


    private AnnotationConfigApplicationContext spring;
    private JdbcClient jdbc;

    @Configuration
    @EnableTransactionManagement
    static class Transactions { }

    @BeforeEach
    void a_fresh_database() {
        DataSource data = OwnDatabase.migrated();
        MovableClock clock = new MovableClock();
        clock.moveTo(ZonedDateTime.of(TODAY.atTime(14, 2), MovableClock.BRUSSELS));
        spring = new AnnotationConfigApplicationContext();
        spring.registerBean(DataSource.class, () -> data);
        spring.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(data));
        spring.registerBean(JdbcClient.class, () -> JdbcClient.create(data));
        spring.registerBean(MovableClock.class, () -> clock);
        spring.register(Transactions.class, CurrentActor.class, AuditLog.class, ImportLedger.class, ImportActivity.class, DatedParameters.class,
                VoucherActivity.class, ShowActivity.class, ExportRejections.class);
        spring.refresh();
        jdbc = spring.getBean(JdbcClient.class);
        for (int i = 0; i < 4; i++) {
            recognise(i, LocalDate.of(2020, 1, 1));
        }
    }

    @AfterEach
    void close() {
        spring.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '`', value = {
        // row                               | column             | value          | message
        ";;2026-03;5;10,00                   | erkenningsnummer   | ``             | vul een erkenningsnummer of een ondernemingsnummer in",
        "V99;;2026-03;5;10,00                | erkenningsnummer   | V99            | er is geen onderneming met dit erkenningsnummer",
        ";0200000104;2026-03;5;10,00         | ondernemingsnummer | 0200000104     | dit is geen ondernemingsnummer: tien cijfers, waarvan de laatste twee het controlegetal (modulo 97) zijn",
        ";abc;2026-03;5;10,00                | ondernemingsnummer | abc            | dit is geen ondernemingsnummer: tien cijfers, waarvan de laatste twee het controlegetal (modulo 97) zijn",
        ";0403019261;2026-03;5;10,00         | ondernemingsnummer | 0403019261     | er is geen erkende onderneming met dit ondernemingsnummer",
        "V10000;;maart 2026;5;10,00          | maand              | maart 2026     | dit is geen maand zoals 2026-03",
        "V10000;;2026-13;5;10,00             | maand              | 2026-13        | dit is geen maand zoals 2026-03",
        "V10000;;1999-12;5;10,00             | maand              | 1999-12        | in december 1999 bestonden er nog geen dienstencheques",
        "V10000;;2026-12;5;10,00             | maand              | 2026-12        | december 2026 ligt in de toekomst",
        "V10000;;2026-11;5;10,00             | maand              | 2026-11        | november 2026 is nog niet voorbij",
        "V10000;;2026-03;-5;10,00            | aantal             | -5             | het aantal cheques is negatief",
        "V10000;;2026-03;5,5;10,00           | aantal             | 5,5            | dit is geen geheel aantal cheques",
        "V10000;;2026-03;;10,00              | aantal             | ``             | dit is geen geheel aantal cheques",
        "V10000;;2026-03;99999999999;10,00   | aantal             | 99999999999    | dit is geen geheel aantal cheques",
        "V10000;;2026-03;5;-10,00            | bedrag             | -10,00         | het bedrag is negatief",
        "V10000;;2026-03;5;1.234,56          | bedrag             | 1.234,56       | dit is geen bedrag in euro zoals 1234,56",
        "V10000;;2026-03;5;12,345            | bedrag             | 12,345         | dit is geen bedrag in euro zoals 1234,56",
        "V10000;;2026-03;5;=1+1              | bedrag             | =1+1           | dit is geen bedrag in euro zoals 1234,56",
        "V10000;;2026-03;5;9999999999999     | bedrag             | 9999999999999  | dit is geen bedrag in euro zoals 1234,56",
        "V10000;;2026-03;5                   | rij                | V10000;;2026-03;5 | de rij heeft 4 kolommen en niet 5 zoals de eerste regel",
        "V10000;;2026-03;5;10;00             | rij                | V10000;;2026-03;5;10;00 | de rij heeft 6 kolommen en niet 5 zoals de eerste regel",
        "hallo                               | rij                | hallo          | de rij heeft 1 kolom en niet 5 zoals de eerste regel",
        "V10000;;2026-03;5;\"10,00           | rij                | V10000;;2026-03;5;\"10,00 | de aanhalingstekens in deze rij kloppen niet",
        "V10000;;2026-03;\"5\"0;10,00        | rij                | V10000;;2026-03;\"5\"0;10,00 | de aanhalingstekens in deze rij kloppen niet",
        "V10001;;2026-03;7;10,00             | rij                | NUMMER1 2026-03 | deze onderneming en deze maand staan ook al in rij 2"})
    void a_wrong_row_is_told_and_the_others_count(String row, String column, String value, String message) {
        String content = HEADER + "V10001;;2026-03;1;9,00\n" + row.replace("NUMMER1", number(1)) + "\nV10002;;2026-03;2;18,00\n";

        ActivityImport file = read(content).file();

        assertThat(file.rows()).isEqualTo(3);
        assertThat(file.accepted()).isEqualTo(2);
        assertThat(file.status()).isEqualTo(ActivityImport.Status.GEDEELTELIJK);
        assertThat(rejections(file)).containsExactly(new ShowActivity.Rejection(3, column, value.replace("NUMMER1", number(1)), message));
        assertThat(activity().of(number(2))).containsExactly(new VoucherActivity.Month(MARCH, 2, new BigDecimal("18.00")));
    }

    @Test
    void the_amounts_that_the_product_brings_name_a_source_that_their_reader_has() {
        assertThat(jdbc.sql("""
                select source from (select distinct on (list, code, valid_from) source from dated_parameter order by list, code, valid_from, id desc) as newest""")
                .query(String.class).list()).hasSizeGreaterThan(5).noneMatch(source -> source.contains(".md"));
    }

    @Test
    void a_row_with_the_numbers_of_two_undertakings_may_be_about_either() {
        ActivityImport file = read(HEADER + "V10000;" + number(1) + ";2026-10;5;10,00\nV10002;;2026-10;1;9,00\n").file();

        String message = "het erkenningsnummer en het ondernemingsnummer zijn niet van dezelfde onderneming";
        assertThat(rejections(file)).containsExactly(new ShowActivity.Rejection(2, "erkenningsnummer", "V10000", message),
                new ShowActivity.Rejection(2, "ondernemingsnummer", number(1), message));
        assertThat(activity().inactiveSince(TODAY, 1)).satisfies(found -> {
            assertThat(found.inactive()).extracting(VoucherActivity.Undertaking::enterpriseNumber).containsExactly(number(3));
            assertThat(found.uncertain()).extracting(VoucherActivity.Undertaking::enterpriseNumber).containsExactly(number(0), number(1));
            assertThat(found.rowsOfNobody()).isZero();
        });
    }

    @Test
    void every_wrong_column_of_a_row_is_told_and_the_row_counts_once() {
        ActivityImport file = read(HEADER + "V99;;gisteren;-1;veel\n").file();

        assertThat(rejections(file)).extracting(ShowActivity.Rejection::column).containsExactly("aantal", "bedrag", "erkenningsnummer", "maand");
        assertThat(file.rejected()).isEqualTo(1);
        assertThat(file.status()).isEqualTo(ActivityImport.Status.NIETS_AANVAARD);
    }

    @Test
    void what_cannot_be_shown_is_taken_out_and_a_long_row_is_cut() {
        ActivityImport file = read(HEADER + "V\u0000\u0007;;2026-03;1;1\n" + "x".repeat(2_000) + "\nV10000;;2026-03;1;1\n").file();

        assertThat(rejections(file)).extracting(ShowActivity.Rejection::row, ShowActivity.Rejection::value, ShowActivity.Rejection::message).containsExactly(
                tuple(2, "V??", "er is geen onderneming met dit erkenningsnummer"),
                tuple(3, "x".repeat(100) + "\u2026", "de rij is langer dan 1000 tekens"));
        assertThat(file.accepted()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "V10000;;2026-03;12;108,50",
        "V10000;NUMMER0;2026-03;12;108.50",
        ";NUMMER0;2026-03;12;108,5",
        "V10000;;2026-03;0;0"})
    void both_numbers_or_one_and_both_ways_to_write_euro(String row) {
        assertThat(read(HEADER + row.replace("NUMMER0", number(0))).file().status()).isEqualTo(ActivityImport.Status.VOLLEDIG);
        assertThat(activity().of(number(0))).hasSize(1);
    }

    @Test
    void commas_a_byte_order_mark_windows_line_ends_dots_and_quotes_are_read() {
        String content = "\uFEFFErkenningsnummer,Ondernemingsnummer,Maand,Aantal,Bedrag\r\n\r\nV10000,,2026-03,12,\"108,50\"\r\n\"\","
                + EnterpriseNumber.format(number(1)) + ",2026-03, 3 ,27.00\r\n\r\n";

        assertThat(read(content).file().status()).isEqualTo(ActivityImport.Status.VOLLEDIG);

        assertThat(activity().of(number(0))).containsExactly(new VoucherActivity.Month(MARCH, 12, new BigDecimal("108.50")));
        assertThat(activity().of(number(1))).containsExactly(new VoucherActivity.Month(MARCH, 3, new BigDecimal("27.00")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "V10000;;2026-03;1;1\n", "erkenningsnummer;maand;aantal;bedrag\nV10000;2026-03;1;1\n", "%PDF-1.7 scan\n",
        "ondernemingsnummer;erkenningsnummer;maand;aantal;bedrag\n;V10000;2026-03;1;1\n", "erkenningsnummer\tondernemingsnummer\tmaand\taantal\tbedrag\n"})
    void a_file_without_the_right_header_is_refused_as_a_whole(String content) {
        refusedAndUnchanged("activity.file.header", content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void what_is_no_utf8_or_empty_or_too_large_is_refused_as_a_whole() {
        refusedAndUnchanged("activity.file.encoding", new byte[] {'P', 'K', 3, 4, (byte) 0xFF, (byte) 0xFE});
        refusedAndUnchanged("activity.file.encoding", (HEADER + "V10000;;2026-03;1;1\n").getBytes(StandardCharsets.UTF_16));
        String manyRows = IntStream.range(0, 3_000).mapToObj(i -> "V10000;;%d-%02d;1;1\n".formatted(2002 + i / 12 % 24, 1 + i % 12)).collect(Collectors.joining());
        refusedAndUnchanged("activity.file.encoding", (HEADER + manyRows + "\u00e9").getBytes(StandardCharsets.ISO_8859_1));
        refusedAndUnchanged("activity.file.no-rows", HEADER.getBytes(StandardCharsets.UTF_8));
        refusedAndUnchanged("activity.file.too-many-rejected", (HEADER + "x\n".repeat(50_001)).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> ReceivedFile.of(new ByteArrayInputStream(new byte[25 * 1024 * 1024 + 1]), ImportActivity.MOST_MEGABYTES)).hasMessage("shared.file.too-large");
    }

    @Test
    void the_same_file_twice_changes_nothing_and_says_so() {
        String content = HEADER + "V10000;;2026-03;12;108,50\nV10001;;2026-03;x;1\n";
        ImportActivity.Outcome first = read(content);
        List<String> before = everything();

        ImportActivity.Outcome second = read(content);

        assertThat(first.first()).isTrue();
        assertThat(second.first()).isFalse();
        assertThat(second.file()).isEqualTo(first.file());
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void a_file_that_brought_nothing_may_come_again_when_its_month_is_over() {
        String content = HEADER + "V10000;;2026-11;12;108,50\n";
        assertThat(read(content).file().accepted()).isZero();

        spring.getBean(MovableClock.class).moveTo(ZonedDateTime.of(2026, 12, 1, 9, 0, 0, 0, MovableClock.BRUSSELS));

        assertThat(read(content)).satisfies(again -> {
            assertThat(again.first()).isTrue();
            assertThat(again.file().accepted()).isEqualTo(1);
        });
    }

    @Test
    void a_corrected_file_replaces_its_month_and_keeps_what_stood_there() {
        ActivityImport first = read(HEADER + "V10000;;2026-03;12;108,00\nV10001;;2026-03;5;45,00\nV10000;;2026-04;7;63,00\n").file();

        ActivityImport second = read(HEADER + "V10000;;2026-03;13;117,00\nV10002;;2026-03;1;9,00\n").file();

        assertThat(first.replaced()).isEmpty();
        assertThat(second.months()).containsExactly(MARCH);
        assertThat(second.replaced()).containsExactly(MARCH);
        assertThat(activity().of(number(0))).containsExactly(new VoucherActivity.Month(MARCH.plusMonths(1), 7, new BigDecimal("63.00")),
                new VoucherActivity.Month(MARCH, 13, new BigDecimal("117.00")));
        assertThat(activity().of(number(1))).as("the new file does not name it").isEmpty();
        assertThat(jdbc.sql("select enterprise_number || ' ' || vouchers || ' ' || superseded_by from activity_month where import = ? and superseded_by is not null")
                .param(first.id()).query(String.class).list())
                .containsExactlyInAnyOrder(number(0) + " 12 " + second.id(), number(1) + " 5 " + second.id());
    }

    @Test
    void a_month_of_which_every_row_was_rejected_keeps_its_figures() {
        read(HEADER + "V10000;;2026-03;12;108,00\n");

        ActivityImport second = read(HEADER + "V10000;;2026-03;-1;108,00\nV10000;;2026-04;1;9,00\n").file();

        assertThat(second.replaced()).isEmpty();
        assertThat(activity().of(number(0))).extracting(VoucherActivity.Month::vouchers).containsExactly(1L, 12L);
    }

    @Test
    void nothing_of_what_was_read_can_be_changed_or_deleted() {
        read(HEADER + "V10000;;2026-03;12;108,00\nV99;;2026-03;1;1\n");

        for (String change : List.of("update activity_month set vouchers = 1", "delete from activity_month", "truncate activity_month cascade",
                "update activity_import set rows = 5, accepted = 5", "delete from activity_import", "delete from activity_rejection")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).as(change).hasMessageContaining("superseded, never changed or deleted");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"raise exception 'disk full'", "perform pg_terminate_backend(pg_backend_pid())"})
    void a_crash_in_the_middle_leaves_nothing_and_the_file_can_be_read_again(String crash) {
        many(3_000);
        read(HEADER + "V10000;;2026-03;12;108,00\n");
        List<String> before = everything();
        jdbc.sql("create function crash() returns trigger language plpgsql as $$ begin " + crash + "; return new; end $$").update();
        jdbc.sql("create trigger crash before insert on activity_month for each row when (new.file_row = 2500) execute function crash()").update();
        String content = HEADER + IntStream.range(0, 3_000).mapToObj(i -> "V%d;;2026-03;%d;9,00\n".formatted(10_000 + i, i)).collect(Collectors.joining());

        assertThatThrownBy(() -> read(content)).isInstanceOfAny(DataAccessException.class, TransactionException.class);

        assertThat(everything()).isEqualTo(before);
        assertThat(activity().of(number(0))).containsExactly(new VoucherActivity.Month(MARCH, 12, new BigDecimal("108.00")));
        jdbc.sql("drop trigger crash on activity_month").update();
        assertThat(read(content)).satisfies(again -> {
            assertThat(again.first()).isTrue();
            assertThat(again.file().accepted()).isEqualTo(3_000);
            assertThat(again.file().replaced()).containsExactly(MARCH);
        });
    }

    @Test
    void a_year_of_three_thousand_undertakings_is_read_to_the_cent() {
        many(3_000);
        YearMonth first = YearMonth.of(2025, 11);
        // 36 000 rows that make 73 000 000 vouchers together: 2027 each, and 28 000 more spread one by one.
        StringBuilder content = new StringBuilder(HEADER);
        BigDecimal euro = BigDecimal.ZERO;
        for (int i = 0; i < 36_000; i++) {
            int vouchers = 2_027 + (i < 28_000 ? 1 : 0);
            BigDecimal amount = new BigDecimal(vouchers).multiply(new BigDecimal("26.67")).add(new BigDecimal(i % 100).movePointLeft(2));
            euro = euro.add(amount);
            content.append('V').append(10_000 + i / 12).append(";;").append(first.plusMonths(i % 12)).append(';').append(vouchers).append(';').append(amount).append('\n');
        }

        ActivityImport file = read(content.toString()).file();

        assertThat(file.accepted()).isEqualTo(36_000);
        assertThat(file.status()).isEqualTo(ActivityImport.Status.VOLLEDIG);
        assertThat(file.months()).hasSize(12);
        List<ShowActivity.KnownMonth> months = as(AN, () -> spring.getBean(ShowActivity.class).months(24));
        assertThat(months).hasSize(24);
        assertThat(months.subList(0, 12)).allMatch(ShowActivity.KnownMonth::missing);
        assertThat(months.subList(12, 24)).allSatisfy(month -> assertThat(month.undertakings()).isEqualTo(3_000));
        assertThat(months.stream().mapToLong(ShowActivity.KnownMonth::vouchers).sum()).isEqualTo(73_000_000L);
        assertThat(months.stream().map(ShowActivity.KnownMonth::amount).reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(euro);
    }

    @Test
    void inactive_is_who_submitted_nothing_in_the_whole_period() {
        recognise(4, LocalDate.of(2025, 11, 2));
        recognise(5, LocalDate.of(2025, 11, 1));
        jdbc.sql("update recognition set status = 'GEWEIGERD' where enterprise_number = ?").param(number(3)).update();
        YearMonth first = YearMonth.of(2025, 11);
        read(HEADER + "V10002;;2025-10;4;36,00\n" + rows(first, 12, month -> "V10000;;%s;5;45,00\nV10001;;%s;0;0\n".formatted(month, month)));

        VoucherActivity.Inactivity found = activity().inactiveSince(TODAY, 12);

        assertThat(found.first()).isEqualTo(first);
        assertThat(found.last()).isEqualTo(YearMonth.of(2026, 10));
        assertThat(found.uncertain()).isEmpty();
        assertThat(found.inactive()).extracting(VoucherActivity.Undertaking::enterpriseNumber, VoucherActivity.Undertaking::lastActive).containsExactly(
                tuple(number(1), null), tuple(number(2), YearMonth.of(2025, 10)), tuple(number(5), null));
        assertThat(activity().lastActive(number(0))).contains(YearMonth.of(2026, 10));
        assertThat(activity().lastActive(number(1))).isEmpty();
    }

    @Test
    void one_voucher_in_the_first_or_the_last_month_of_the_period_is_activity() {
        YearMonth first = YearMonth.of(2025, 11);
        read(HEADER + "V10001;;2025-11;1;9,00\nV10002;;2026-10;1;9,00\n" + rows(first, 12, month -> "V10000;;%s;5;45,00\n".formatted(month)));

        assertThat(activity().inactiveSince(TODAY, activity().inactivityMonths(TODAY)).inactive())
                .extracting(VoucherActivity.Undertaking::enterpriseNumber).containsExactly(number(3));
    }

    @Test
    void a_missing_month_is_said_and_is_never_inactivity() {
        read(HEADER + rows(YearMonth.of(2025, 11), 12, month -> month.equals(MARCH) || month.equals(YearMonth.of(2026, 7)) ? ""
                : "V10000;;%s;5;45,00\n".formatted(month)));

        assertThatThrownBy(() -> activity().inactiveSince(TODAY, 12)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.key()).isEqualTo("activity.months.missing");
            assertThat(refused.args()).containsExactly(2, "maart 2026, juli 2026");
        });
        assertThat(activity().inactiveSince(TODAY, 3).inactive()).hasSize(3);
        assertThatThrownBy(() -> activity().inactiveSince(TODAY.plusDays(1), 3)).hasMessage("activity.reference.future");
    }

    @Test
    void who_has_a_rejected_row_in_the_period_is_uncertain_and_not_inactive() {
        read(HEADER + "V10000;;2026-08;1;9,00\nV10000;;2026-09;1;9,00\nV10000;;2026-10;1;9,00\nV10001;;2026-09;veel;9,00\nV99;;2026-09;3;27,00\n"
                + "V10003;;september;3;27,00\n");

        VoucherActivity.Inactivity found = activity().inactiveSince(TODAY, 3);

        assertThat(found.inactive()).extracting(VoucherActivity.Undertaking::enterpriseNumber).containsExactly(number(2));
        assertThat(found.uncertain()).extracting(VoucherActivity.Undertaking::enterpriseNumber).containsExactly(number(1), number(3));
        assertThat(found.rowsOfNobody()).isEqualTo(1);
        read(HEADER + rows(YearMonth.of(2026, 8), 3, month -> "V10000;;%s;5;45,00\n".formatted(month)));
        assertThat(activity().inactiveSince(TODAY, 3).uncertain()).as("a corrected file takes the doubt away").isEmpty();
    }

    @Test
    void the_number_of_months_has_a_day_from_which_it_holds() {
        jdbc.sql("""
                insert into dated_parameter (list, code, amount, valid_from, source, recorded_at, recorded_by, recorded_by_name)
                values ('ACTIVITEIT', 'INACTIVITEIT_MAANDEN', 6, '2026-12-01', 'test', now(), 'nele', 'Nele Hermans')""").update();

        assertThat(activity().inactivityMonths(LocalDate.of(2026, 11, 30))).isEqualTo(12);
        assertThat(activity().inactivityMonths(LocalDate.of(2026, 12, 1))).isEqualTo(6);
        assertThatThrownBy(() -> activity().inactivityMonths(LocalDate.of(2017, 12, 31))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_audit_trail_tells_who_read_what() {
        read(HEADER + "V10000;;2026-03;12;108,00\n");
        read(HEADER + "V10000;;2026-03;13;117,00\nV99;;2026-03;1;1\n");

        assertThat(spring.getBean(AuditLog.class).of(ImportActivity.SUBJECT)).extracting(AuditLog.Line::sentence).containsExactly(
                "Nele Hermans las het bestand \"maart.csv\" in met de chequeactiviteit: 1 rij aanvaard, geen rijen afgewezen. Cijfers voor maart 2026.",
                "Nele Hermans las het bestand \"maart.csv\" in met de chequeactiviteit: 1 rij aanvaard, 1 rij afgewezen. Cijfers voor maart 2026."
                        + " De eerdere cijfers van maart 2026 zijn vervangen.");
    }

    @Test
    void a_spreadsheet_gets_text_and_no_formulas() {
        ActivityImport file = read(HEADER + "=1+1;;2026-03;-5;+1\n@x;;2026-03;1;\"1;2\"\n").file();
        StringBuilder csv = new StringBuilder();

        as(AN, () -> {
            spring.getBean(ExportRejections.class).write(file.id(), csv);
            return null;
        });

        assertThat(csv.toString()).startsWith("\uFEFFrij;kolom;waarde;melding\r\n")
                .contains("2;erkenningsnummer;'=1+1;").contains("2;aantal;'-5;").contains("2;bedrag;'+1;").contains("3;erkenningsnummer;'@x;")
                .contains("3;bedrag;\"1;2\";");
    }

    @Test
    void only_those_who_work_with_it_read_and_only_team_lead_and_bookkeeping_bring_files() {
        String content = HEADER + "V10000;;2026-03;12;108,00\n";
        assertThatThrownBy(() -> read(AN, content.getBytes(StandardCharsets.UTF_8))).hasMessage("security.role-missing");
        ShowActivity show = spring.getBean(ShowActivity.class);
        assertThatThrownBy(() -> as(ELS, () -> show.imports(5))).hasMessage("security.role-missing");
        assertThatThrownBy(() -> as(ELS, () -> show.rejections(1, 5))).hasMessage("security.role-missing");
        assertThatThrownBy(() -> as(AN, () -> show.byId(99))).hasMessage("activity.import.unknown");
        read(content);
        assertThat(as(AN, () -> show.imports(5))).hasSize(1);
    }

    @Test
    void a_received_file_is_gone_when_it_is_closed() throws IOException {
        ReceivedFile file = ReceivedFile.of(new ByteArrayInputStream("abc".getBytes(StandardCharsets.US_ASCII)), ImportActivity.MOST_MEGABYTES);
        assertThat(file.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(file.path()).hasContent("abc");
        file.close();
        assertThat(Files.exists(file.path())).isFalse();
    }

    private void refusedAndUnchanged(String key, byte[] content) {
        List<String> before = everything();
        assertThatThrownBy(() -> read(NELE, content)).isInstanceOf(Refused.class).hasMessage(key);
        assertThat(everything()).isEqualTo(before);
    }

    /** Every row of the module and of the audit trail, as text. */
    private List<String> everything() {
        return List.of("activity_import", "activity_rejection", "activity_month", "audit_entry").stream()
                .flatMap(table -> jdbc.sql("select t::text from " + table + " t order by 1").query(String.class).list().stream()).toList();
    }

    private ImportActivity.Outcome read(String content) {
        return read(NELE, content.getBytes(StandardCharsets.UTF_8));
    }

    private ImportActivity.Outcome read(Actor actor, byte[] content) {
        try (InputStream in = new ByteArrayInputStream(content); ReceivedFile file = ReceivedFile.of(in, ImportActivity.MOST_MEGABYTES)) {
            return as(actor, () -> spring.getBean(ImportActivity.class).importFile("maart.csv", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<ShowActivity.Rejection> rejections(ActivityImport file) {
        return as(AN, () -> spring.getBean(ShowActivity.class).rejections(file.id(), 1_000));
    }

    private VoucherActivity activity() {
        return spring.getBean(VoucherActivity.class);
    }

    private static String rows(YearMonth first, int months, Function<YearMonth, String> row) {
        return IntStream.range(0, months).mapToObj(first::plusMonths).map(row).collect(Collectors.joining());
    }

    private void many(int count) {
        int[] numbers = IntStream.range(4, count).toArray();
        jdbc.sql("""
                insert into recognition (dossier, enterprise_number, name, municipality, kind, application, status, recognition_number, recognised_on)
                select 'D' || n, e, 'Onderneming ' || n, 'Gent', 'EERSTE', '{}', 'ERKEND', 'V' || (10000 + n), '2020-01-01'
                from unnest(?::integer[], ?::text[]) as given (n, e)""")
                .params(Arrays.stream(numbers).boxed().toArray(Integer[]::new), Arrays.stream(numbers).mapToObj(ActivityTest::number).toArray(String[]::new))
                .update();
    }

    private void recognise(int i, LocalDate on) {
        jdbc.sql("""
                insert into recognition (dossier, enterprise_number, name, municipality, kind, application, status, recognition_number, recognised_on)
                values (?, ?, ?, 'Gent', 'EERSTE', '{}', 'ERKEND', ?, ?)""")
                .params("D" + i, number(i), "Onderneming " + i, "V" + (10_000 + i), on).update();
    }

    private static String number(int i) {
        int first = 2_000_001 + i;
        return "0%07d%02d".formatted(first, 97 - first % 97);
    }

    private <T> T as(Actor actor, Supplier<T> work) {
        return spring.getBean(CurrentActor.class).as(actor, work);
    }
}
