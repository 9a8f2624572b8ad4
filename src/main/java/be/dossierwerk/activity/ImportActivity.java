package be.dossierwerk.activity;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.ApiAccounts;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Lines;
import be.dossierwerk.shared.ReceivedFile;
import be.dossierwerk.shared.Refused;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the issuing company's file of vouchers submitted (procedures.md 1.3). Good rows count, the others are reported one by one;
 * figures that the file brings for a month replace all earlier figures of that month. One transaction writes the whole file in batches, so a crash
 * leaves what was there before.
 */
@Service
public class ImportActivity {

    /** {@code first} is false when this very file was read before: nothing changed, and {@code file} tells of that time. */
    public record Outcome(ActivityImport file, boolean first) { }

    /** Ten times what a year of all undertakings takes. */
    public static final int MOST_MEGABYTES = 25;

    /** The audit trail has one chain for all files; no dossier number looks like this. */
    static final String SUBJECT = "CHEQUEACTIVITEIT";

    private static final int BATCH = 1_000;
    private static final int MOST_REJECTED = 50_000;
    private static final int LONGEST_NAME = 200;

    private final ImportLedger ledger;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final CurrentActor currentActor;
    private final Clock clock;

    ImportActivity(ImportLedger ledger, JdbcClient jdbc, AuditLog audit, CurrentActor currentActor, Clock clock) {
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.audit = audit;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * @throws Refused security.role-missing unless team lead, bookkeeping or the portal; activity.file.header, activity.file.encoding,
     *                 activity.file.no-rows, activity.file.too-many-rejected: then nothing changed
     */
    @Transactional
    public Outcome importFile(String fileName, ReceivedFile file) {
        Actor actor = currentActor.require(Roles.TEAM_LEAD, Roles.FINANCE, ApiAccounts.ROLE);
        audit.lock(SUBJECT);
        var earlier = ledger.bySha256(file.sha256());
        if (earlier.isPresent()) {
            return new Outcome(earlier.get(), false);
        }
        Reading reading = new Reading(ledger.nextId());
        // Stricter than Files.newBufferedReader says: a byte that is no UTF-8 stops the import.
        try (Reader in = new BufferedReader(new InputStreamReader(Files.newInputStream(file.path()), StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)))) {
            reading.read(new Lines(in));
        } catch (CharacterCodingException e) {
            throw new Refused("activity.file.encoding");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ActivityImport done = reading.done(name(fileName), file.sha256(), actor);
        ledger.add(done, actor);
        record(done, actor);
        return new Outcome(done, true);
    }

    private void record(ActivityImport done, Actor actor) {
        audit.record(AuditLog.Entry.of(SUBJECT, "ACTIVITY_IMPORTED", "%s las het bestand \"%s\" in met de chequeactiviteit: %s, %s. %s%s".formatted(
                        actor.name(), done.fileName(), rows(done.accepted(), "aanvaard"), rows(done.rejected(), "afgewezen"),
                        done.months().isEmpty() ? "Geen enkele maand kreeg cijfers." : "Cijfers voor " + Months.prose(done.months()) + ".",
                        done.replaced().isEmpty() ? "" : " De eerdere cijfers van " + Months.prose(done.replaced()) + " zijn vervangen."))
                .changing(Map.of(), Map.of("bestand", done.id(), "sha256", done.sha256())));
    }

    private static String rows(int count, String what) {
        return count == 1 ? "1 rij " + what : count == 0 ? "geen rijen " + what : count + " rijen " + what;
    }

    private static String name(String fileName) {
        String plain = fileName == null || fileName.isBlank() ? "zonder naam" : fileName.strip().replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME);
    }

    /** One file on its way in. */
    private final class Reading {

        private final long id;
        private final Set<YearMonth> months = new TreeSet<>();
        private final Set<YearMonth> replaced = new TreeSet<>();
        private final List<ActivityRow> good = new ArrayList<>();
        private final List<ActivityRow> wrong = new ArrayList<>();
        private int accepted;
        private int rejected;

        Reading(long id) {
            this.id = id;
        }

        void read(Lines lines) throws IOException {
            String header = lines.next();
            Character delimiter = header == null || lines.tooLong() ? null : ActivityRow.delimiter(header);
            if (delimiter == null) {
                throw new Refused("activity.file.header", String.join(";", ActivityRow.COLUMNS), header == null ? "" : ActivityRow.shown(header));
            }
            ActivityRow.Reading rows = new ActivityRow.Reading(delimiter, RecordedUndertakings.read(jdbc), LocalDate.now(clock));
            for (String line = lines.next(); line != null; line = lines.next()) {
                // An empty line, such as the last one, is no row.
                if (!line.isBlank()) {
                    take(rows.read(lines.number(), line, lines.tooLong()));
                }
            }
            flush();
            if (accepted + rejected == 0) {
                throw new Refused("activity.file.no-rows");
            }
        }

        private void take(ActivityRow row) {
            (row.accepted() ? good : wrong).add(row);
            if (good.size() == BATCH || wrong.size() == BATCH) {
                flush();
            }
        }

        private void flush() {
            if (!good.isEmpty()) {
                supersede(good.stream().map(ActivityRow::month).filter(month -> !months.contains(month)).distinct().toList());
                Set<Integer> added = ledger.addFigures(id, good);
                accepted += added.size();
                if (added.size() < good.size()) {
                    twice(good.stream().filter(row -> !added.contains(row.row())).toList());
                }
                good.clear();
            }
            if (!wrong.isEmpty()) {
                ledger.addRejections(id, wrong);
                rejected += wrong.size();
                wrong.clear();
            }
            if (rejected > MOST_REJECTED) {
                throw new Refused("activity.file.too-many-rejected", MOST_REJECTED);
            }
        }

        private void supersede(Collection<YearMonth> fresh) {
            if (!fresh.isEmpty()) {
                months.addAll(fresh);
                replaced.addAll(ledger.supersede(fresh, id));
            }
        }

        private void twice(List<ActivityRow> rows) {
            Map<Integer, Integer> first = ledger.firstRows(id, rows);
            rows.forEach(row -> wrong.add(row.rejected(ActivityRow.WHOLE_ROW, row.enterpriseNumber() + " " + row.month(),
                    "deze onderneming en deze maand staan ook al in rij " + first.get(row.row()))));
        }

        ActivityImport done(String fileName, String sha256, Actor by) {
            ActivityImport.Status status = rejected == 0 ? ActivityImport.Status.VOLLEDIG
                    : accepted == 0 ? ActivityImport.Status.NIETS_AANVAARD : ActivityImport.Status.GEDEELTELIJK;
            return new ActivityImport(id, fileName, sha256, clock.instant().truncatedTo(ChronoUnit.MICROS), by.name(), accepted + rejected, accepted, rejected,
                    List.copyOf(months), List.copyOf(replaced), status);
        }
    }
}
