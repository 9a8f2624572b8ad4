package be.dossierwerk.export;

import be.dossierwerk.audit.proof.Digests;
import be.dossierwerk.audit.proof.SealKeys;
import be.dossierwerk.shared.SpreadsheetText;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes tables in a zip (RFC 4180, UTF-8, ISO 8601), with what each field means, and a signed list of what is in it. */
final class CsvLog {

    /** One field of a table, as fields.csv tells of it. */
    record Field(String file, String name, String meaning, String type, String unit, String source) { }

    static final List<Field> FIELDS = List.of(
            new Field("events.csv", "dossier", "Nummer van het dossier", "tekst", "", "dossier:number"),
            new Field("events.csv", "gebeurtenis", "Vast kenmerk van de gebeurtenis", "tekst", "", "step:id of audit_entry:seq"),
            new Field("events.csv", "instantie", "Wat begin en einde van dezelfde stap gemeen hebben", "tekst", "", "step:id"),
            new Field("events.csv", "soort", "STAP: het dossier stond daar; HANDELING: iemand deed iets", "code", "", "step of audit_entry"),
            new Field("events.csv", "overgang", "start, complete, ate_abort (afgebroken) of withdraw (verhuisd naar een ander diagram)", "code", "XES lifecycle", "step:ended"),
            new Field("events.csv", "naam", "Naam van de stap of de handeling", "tekst", "", "step:element_name of audit_entry:action"),
            new Field("events.csv", "tijdstip", "Wanneer het gebeurde", "tijdstip", "UTC, ISO 8601", "step:entered_at, step:left_at of audit_entry:at"),
            new Field("events.csv", "proces", "Diagram waarin de stap staat", "code", "", "step:process"),
            new Field("events.csv", "element", "Element van het diagram", "code", "", "step:element"),
            new Field("events.csv", "elementsoort", "Soort van het element", "code", "BPMN 2.0", "step:kind"),
            new Field("events.csv", "medewerker", "Wie het deed: een schuilnaam die alleen in deze uitvoer geldt, of de naam wanneer die gevraagd werd", "tekst", "", "inbox_done:completed_by of audit_entry:actor"),
            new Field("events.csv", "rol", "Rol waarvoor de taak openstond, of van wie de handeling deed", "tekst", "", "diagram of audit_entry:roles"),
            new Field("dossiers.csv", "dossier", "Nummer van het dossier", "tekst", "", "dossier:number"),
            new Field("dossiers.csv", "procedure", "Procedure", "code", "", "dossier:procedure"),
            new Field("dossiers.csv", "ontvangen_op", "Dag van ontvangst", "datum", "ISO 8601", "dossier:received_on"),
            new Field("dossiers.csv", "geregistreerd_op", "Wanneer het werd ingeschreven", "tijdstip", "UTC, ISO 8601", "dossier:registered_at"),
            new Field("dossiers.csv", "toestand", "Toestand", "code", "", "dossier:state"),
            new Field("dossiers.csv", "uitkomst", "Uitkomst; leeg zolang het loopt", "code", "", "dossier:outcome"),
            new Field("dossiers.csv", "afgesloten_op", "Dag van afsluiting; leeg zolang het loopt", "datum", "ISO 8601", "dossier:closed_on"),
            new Field("dossiers.csv", "onderneming", "Schuilnaam van de onderneming, alleen in deze uitvoer dezelfde", "tekst", "", "dossier:enterprise_number"),
            new Field("terms.csv", "dossier", "Nummer van het dossier", "tekst", "", "term:dossier"),
            new Field("terms.csv", "regel", "Regel van de termijn", "code", "", "term:rule"),
            new Field("terms.csv", "versie", "Versie van de regel", "getal", "", "term:rule_version"),
            new Field("terms.csv", "naam", "Naam van de termijn", "tekst", "", "term_rule:name"),
            new Field("terms.csv", "aard", "Aard van de termijn", "code", "", "term_rule:nature"),
            new Field("terms.csv", "begonnen_op", "Dag waarop de termijn begon", "datum", "ISO 8601", "term:started_on"),
            new Field("terms.csv", "laatste_dag", "Laatste dag; leeg zolang die niet bekend is", "datum", "ISO 8601", "term:due_on"),
            new Field("terms.csv", "gestopt_op", "Dag waarop de termijn stopte; leeg zolang hij loopt", "datum", "ISO 8601", "term:stopped_on"),
            new Field("terms.csv", "pauzes", "Aantal pauzes van het dossier dat tijdens de termijn begon", "getal", "", "term_entry"),
            new Field("decisions.csv", "besluit", "Vast kenmerk van het besluit", "tekst", "", "besluit:id"),
            new Field("decisions.csv", "dossier", "Nummer van het dossier", "tekst", "", "besluit:dossier"),
            new Field("decisions.csv", "status", "Hoever het besluit staat", "code", "", "besluit:status"),
            new Field("decisions.csv", "uitkomst", "Uitkomst van het besluit", "code", "", "besluit:outcome"),
            new Field("decisions.csv", "opgesteld_op", "Wanneer het werd opgesteld", "tijdstip", "UTC, ISO 8601", "besluit:drafted_at"),
            new Field("decisions.csv", "getekend_op", "Dag van ondertekening", "datum", "ISO 8601", "besluit:signed_on"),
            new Field("decisions.csv", "opsteller", "Schuilnaam of naam van wie het opstelde", "tekst", "", "besluit:drafter"),
            new Field("decisions.csv", "nakijker", "Schuilnaam of naam van wie het nakeek", "tekst", "", "besluit:checker"),
            new Field("decisions.csv", "ondertekenaar", "Schuilnaam of naam van wie het tekende", "tekst", "", "besluit:signatory"));

    static final String MANIFEST = "manifest.json";
    static final String SIGNATURE = "manifest.json.sig";

    /** In characters. */
    private static final int LINES_AT_ONCE = 16_384;

    private final ZipOutputStream zip;
    private final SortedMap<String, String> written = new TreeMap<>();

    CsvLog(OutputStream out) {
        zip = new ZipOutputStream(out);
        // Tables shrink well anyhow; packing them tighter would take longer than reading them.
        zip.setLevel(Deflater.BEST_SPEED);
    }

    /** The header of a table are its fields in the dictionary. Gives how many rows there are below it. */
    long table(String file, Consumer<ReadLog.Cells> rows) {
        return table(file, FIELDS.stream().filter(field -> field.file.equals(file)).map(Field::name).toList(), rows);
    }

    void fields() {
        table("fields.csv", List.of("bestand", "veld", "betekenis", "type", "eenheid", "bron"), cells ->
                FIELDS.forEach(field -> cells.row(field.file, field.name, field.meaning, field.type, field.unit, field.source)));
    }

    private long table(String file, List<String> header, Consumer<ReadLog.Cells> rows) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            zip.putNextEntry(new ZipEntry(file));
            long records;
            try (Writer text = new OutputStreamWriter(new DigestOutputStream(new StaysOpen(zip), digest), StandardCharsets.UTF_8)) {
                // A printer that writes each cell to a stream takes longer than the database.
                StringBuilder lines = new StringBuilder();
                CSVPrinter csv = new CSVPrinter(lines, CSVFormat.RFC4180);
                csv.printRecord(header);
                Alongside.work(rows, cells -> {
                    csv.printRecord(harmless(cells));
                    if (lines.length() > LINES_AT_ONCE) {
                        text.append(lines);
                        lines.setLength(0);
                    }
                });
                text.append(lines);
                records = csv.getRecordCount();
            }
            zip.closeEntry();
            written.put(file, Digests.hex(digest.digest()));
            return records - 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object[] harmless(Object[] cells) {
        Object[] safe = new Object[cells.length];
        for (int i = 0; i < cells.length; i++) {
            safe[i] = cells[i] instanceof String said ? SpreadsheetText.harmless(said) : cells[i];
        }
        return safe;
    }

    /** The fingerprint of each file until now. */
    SortedMap<String, String> written() {
        return written;
    }

    /** Nothing can be put in afterwards. */
    void sign(String manifest, PrivateKey key, String publicKey) {
        try {
            byte[] bytes = Digests.utf8(manifest);
            put(MANIFEST, bytes);
            put(SIGNATURE, Digests.utf8(Base64.getEncoder().encodeToString(SealKeys.sign(key, bytes)) + "\n"));
            put("zegelsleutel.pem", Digests.utf8(publicKey));
            zip.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /** The zip goes on after a table. */
    private static final class StaysOpen extends FilterOutputStream {

        StaysOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
