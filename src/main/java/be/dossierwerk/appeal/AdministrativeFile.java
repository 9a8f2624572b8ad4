package be.dossierwerk.appeal;

import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.dossier.ReadDocument;
import be.dossierwerk.dossier.RecordReading;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The administrative file of an appeal (procedures.md 1.10): everything in the contested dossier before it is sealed, what was sealed after that,
 * and whether the dossier still says the same.
 */
@Service
public class AdministrativeFile {

    /** {@code number}: its place in the inventory, null when it is left out; {@code note}: an internal note; {@code leftOut}: why, or null. */
    public record Item(Integer number, UUID source, boolean note, String title, String kind, LocalDate dated, int pages, long bytes, String sha256, String leftOut) { }

    public record Seal(UUID document, OffsetDateTime sealedAt, String sealedByName) { }

    /** {@code changed}: items that no longer are what was sealed; {@code added}: came into the dossier since. */
    public record Check(boolean inventoryIntact, List<Item> changed, List<Item> added) {

        public boolean matches() {
            return inventoryIntact && changed.isEmpty();
        }
    }

    public record Download(String fileName, byte[] content) { }

    private final BeroepRvSFile file;
    private final Contests contests;
    private final Dossiers dossiers;
    private final ReadDocument readDocument;
    private final RecordReading recordReading;
    private final CurrentActor currentActor;
    private final JdbcClient jdbc;
    private final TransactionTemplate reading;

    AdministrativeFile(BeroepRvSFile file, Contests contests, Dossiers dossiers, ReadDocument readDocument, RecordReading recordReading, CurrentActor currentActor, JdbcClient jdbc,
                       PlatformTransactionManager transactions) {
        this.file = file;
        this.contests = contests;
        this.dossiers = dossiers;
        this.readDocument = readDocument;
        this.recordReading = recordReading;
        this.currentActor = currentActor;
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    public Optional<Seal> seal(String dossier) {
        return jdbc.sql("select document, sealed_at, sealed_by_name from administrative_file where dossier = ?").param(dossier).query(Seal.class).optional();
    }

    /** As it was sealed, or as it would be sealed now; in the order of the inventory, what is left out last. */
    public List<Item> items(String dossier) {
        return seal(dossier).isPresent() ? jdbc.sql("""
                select number, source, note, title, kind, dated, pages, bytes, sha256, left_out from administrative_file_item where dossier = ?
                order by number nulls last, dated, title""").param(dossier).query(Item.class).list() : standing(dossier);
    }

    /** Holds the sealed file against the dossier, byte by byte. */
    @Transactional(readOnly = true)
    public Check check(String dossier) {
        Seal seal = seal(dossier).orElseThrow(() -> new Refused("appeal.rvs.file.not-sealed"));
        List<Item> sealed = items(dossier);
        Map<UUID, Item> now = standing(dossier).stream().collect(Collectors.toMap(Item::source, Function.identity()));
        List<Item> changed = sealed.stream().filter(item -> !now.containsKey(item.source()) || !now.get(item.source()).sha256().equals(item.sha256())).toList();
        sealed.forEach(item -> now.remove(item.source()));
        String stored = jdbc.sql("select sha256 from document where id = ?").param(seal.document()).query(String.class).single();
        return new Check(stored.equals(sha256(dossiers.content(seal.document()))), changed,
                now.values().stream().sorted(Comparator.comparing(Item::number)).toList());
    }

    /** For who shows the pieces: that somebody reads them, when their dossier is sensitive. @throws Refused security.role-missing */
    public void read(String dossier) {
        currentActor.require(Roles.LAWYER, Roles.AUDITOR);
        contests.of(dossier).ifPresent(contest -> recordReading.record(contest.contested(), RecordReading.What.STUKKEN, "", null));
    }

    /**
     * The sealed inventory and every piece of it under its number, to hand to the registry.
     *
     * @throws Refused security.role-missing, appeal.rvs.file.not-sealed, appeal.rvs.file.changed, or dossier.document.confidential: it is handed over whole or not at all
     */
    public Download download(String dossier) {
        read(dossier);
        return reading.execute(status -> zipped(dossier));
    }

    private Download zipped(String dossier) {
        if (!check(dossier).matches()) {
            throw new Refused("appeal.rvs.file.changed");
        }
        items(dossier).stream().filter(item -> item.number() != null && !item.note()).forEach(item -> readDocument.requireFor(item.kind()));
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream(); ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "00-inventaris.pdf", dossiers.content(seal(dossier).orElseThrow().document()));
            for (Item item : items(dossier)) {
                if (item.number() != null) {
                    put(zip, "%02d-%s".formatted(item.number(), name(item)), content(item.source(), item.note()));
                }
            }
            zip.finish();
            return new Download(dossier + "-administratief-dossier.zip", bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the contested dossier holds now, oldest first and numbered: documents, letters, decisions, and its internal notes. */
    private List<Item> standing(String dossier) {
        file.get(dossier);
        String contested = contests.of(dossier).orElseThrow().contested();
        record Row(UUID source, boolean note, String title, String kind, LocalDate dated, String text) { }
        List<Row> rows = jdbc.sql("""
                select id as source, false as note, title, kind, coalesce(dated, (added_at at time zone 'Europe/Brussels')::date) as dated, null as text, added_at
                from document where dossier = :dossier
                union all
                select id, true, 'Notitie van ' || author_name, 'NOTITIE', (written_at at time zone 'Europe/Brussels')::date, text, written_at
                from note where dossier = :dossier
                order by dated, added_at, source""").param("dossier", contested).query((row, i) -> new Row(row.getObject("source", UUID.class), row.getBoolean("note"),
                row.getString("title"), row.getString("kind"), row.getObject("dated", LocalDate.class), row.getString("text"))).list();
        List<Item> items = new ArrayList<>();
        for (Row row : rows) {
            byte[] content = content(row.source(), row.note());
            items.add(new Item(items.size() + 1, row.source(), row.note(), row.title(), row.kind(), row.dated(), pages(content), content.length, sha256(content), null));
        }
        return items;
    }

    private byte[] content(UUID source, boolean note) {
        return note ? jdbc.sql("select text from note where id = ?").param(source).query(String.class).single().getBytes(StandardCharsets.UTF_8)
                : dossiers.content(source);
    }

    /** One for what is no PDF: a scan or a note. */
    private static int pages(byte[] content) {
        if (content.length < 4 || content[0] != '%' || content[1] != 'P') {
            return 1;
        }
        try (PDDocument pdf = Loader.loadPDF(content)) {
            return Math.max(1, pdf.getNumberOfPages());
        } catch (IOException e) {
            // A damaged PDF goes along as it is.
            return 1;
        }
    }

    private String name(Item item) {
        return item.note() ? "notitie.txt" : jdbc.sql("select file_name from document where id = ?").param(item.source()).query(String.class).single();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        // Always the same bytes for the same file.
        entry.setTime(LocalDate.of(2000, 1, 1).atStartOfDay(MovableClock.BRUSSELS).toInstant().toEpochMilli());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
