package be.dossierwerk.withdrawal;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Recognised undertakings as rows: their own procedure is another test's business. */
public final class RecognisedFixture {

    public static final LocalDate RECOGNISED = LocalDate.of(2020, 1, 1);

    /** Smaller numbers are for tests with a database of their own. */
    private static final AtomicInteger FREE = new AtomicInteger(1_000);

    private RecognisedFixture() { }

    /** @return the first of so many numbers that no other test of this process was given: the tests share one database */
    public static int reserve(int count) {
        return FREE.getAndAdd(count);
    }

    /** @return the enterprise number; the dossier is DC-FIX-2020- and five digits, the recognition number VX and n */
    public static String recognise(JdbcClient jdbc, int n, String name) {
        String number = number(n);
        jdbc.sql("""
                insert into dossier (number, procedure, subject, enterprise_number, municipality, source, received_on, registered_at, email, state, outcome, closed_on)
                values (?, 'erkenning', ?, ?, 'Gent', 'PAPIER', ?, now(), ?, 'GESLOTEN', 'ERKEND', ?)""")
                .params(dossier(n), name, number, RECOGNISED, "info" + n + "@voorbeeld.be", RECOGNISED).update();
        jdbc.sql("""
                insert into recognition (dossier, enterprise_number, name, municipality, kind, application, status, recognition_number, recognised_on)
                values (?, ?, ?, 'Gent', 'EERSTE', '{"undertaking": {"street": "Kouter 1", "postalCode": "9000"}}', 'ERKEND', ?, ?)""")
                .params(dossier(n), number, name, "VX" + n, RECOGNISED).update();
        jdbc.sql("""
                insert into recognition_change (recognition, status, effective_on, by_dossier, recorded_at, recorded_by, recorded_by_name)
                values (?, 'ERKEND', ?, ?, now(), 'systeem', 'Dossierwerk')""").params(dossier(n), RECOGNISED, dossier(n)).update();
        return number;
    }

    public static String dossier(int n) {
        return "DC-FIX-2020-%05d".formatted(n);
    }

    public static String number(int n) {
        int first = 7_000_001 + n;
        return "0%07d%02d".formatted(first, 97 - first % 97);
    }
}
