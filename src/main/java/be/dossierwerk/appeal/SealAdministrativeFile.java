package be.dossierwerk.appeal;

import be.dossierwerk.appeal.AdministrativeFile.Item;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.correspondence.Letters;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.inbox.CheckConflict;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lawyer seals the administrative file: a signed inventory with the checksum of every piece, which nothing changes any more (procedures.md 1.10). */
@Service
public class SealAdministrativeFile {

    private static final int REASON_LIMIT = 500;

    private final AdministrativeFile files;
    private final BeroepRvSFile file;
    private final Contests contests;
    private final Dossiers dossiers;
    private final Letters letters;
    private final CheckConflict checkConflict;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    SealAdministrativeFile(AdministrativeFile files, BeroepRvSFile file, Contests contests, Dossiers dossiers, Letters letters, CheckConflict checkConflict, CurrentActor currentActor,
                           AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.files = files;
        this.file = file;
        this.contests = contests;
        this.dossiers = dossiers;
        this.letters = letters;
        this.checkConflict = checkConflict;
        this.currentActor = currentActor;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * {@code leftOut}: why these pieces do not go along, by their id; only internal notes may stay behind.
     * @throws Refused appeal.rvs.closed, appeal.rvs.file.sealed, or {@code appeal.rvs.file.invalid} with the id of each piece whose reason is wrong
     */
    @Transactional
    public void seal(String dossier, Map<UUID, String> leftOut) {
        var lawyer = currentActor.require(Roles.LAWYER);
        checkConflict.act(dossier, "Administratief dossier verzegelen", Roles.LAWYER);
        audit.lock(dossier);
        if (dossiers.get(dossier).closedOn() != null) {
            throw new Refused("appeal.rvs.closed");
        }
        if (files.seal(dossier).isPresent()) {
            throw new Refused("appeal.rvs.file.sealed");
        }
        Contests.Contest contest = contests.of(dossier).orElseThrow();
        audit.lock(contest.contested());
        List<Item> all = files.items(dossier);
        List<Refused.Field> wrong = new ArrayList<>();
        leftOut.forEach((source, why) -> {
            if (all.stream().noneMatch(item -> item.source().equals(source) && item.note())) {
                wrong.add(new Refused.Field(source.toString(), "appeal.rvs.file.only-notes"));
            } else if (why == null || why.isBlank() || why.length() > REASON_LIMIT) {
                wrong.add(new Refused.Field(source.toString(), "appeal.rvs.file.reason", REASON_LIMIT));
            }
        });
        if (!wrong.isEmpty()) {
            throw new Refused("appeal.rvs.file.invalid", wrong);
        }
        List<Item> kept = all.stream().filter(item -> !leftOut.containsKey(item.source())).toList();
        UUID document = letters.fileSealed(dossier, "inventaris-administratief-dossier", "Inventaris van het administratief dossier", "INVENTARIS",
                Map.of("rolnummer", file.get(dossier).roleNumber(), "bestredenDossier", contest.contested(), "aantal", kept.size(), "weggelaten", leftOut.size(),
                        "bladzijden", kept.stream().mapToInt(Item::pages).sum(), "stukken", lines(kept)));
        jdbc.sql("insert into administrative_file (dossier, document, sealed_at, sealed_by, sealed_by_name) values (?, ?, ?, ?, ?)")
                .params(dossier, document, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), lawyer.id(), lawyer.name()).update();
        int number = 0;
        for (Item item : all) {
            String why = leftOut.get(item.source());
            jdbc.sql("""
                    insert into administrative_file_item (dossier, number, source, note, title, kind, dated, pages, bytes, sha256, left_out)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""").params(Arrays.asList(dossier, why == null ? Integer.valueOf(++number) : null, item.source(), item.note(),
                    item.title(), item.kind(), item.dated(), item.pages(), item.bytes(), item.sha256(), why == null ? null : why.strip())).update();
        }
        audit.record(AuditLog.Entry.of(dossier, "ADMINISTRATIEF_DOSSIER_VERZEGELD", "%s verzegelde op %s het administratief dossier: %d %s uit dossier %s%s.".formatted(
                lawyer.name(), Dates.prose(LocalDate.now(clock)), kept.size(), kept.size() == 1 ? "stuk" : "stukken", contest.contested(),
                leftOut.isEmpty() ? "" : ", zonder " + leftOut.size() + (leftOut.size() == 1 ? " interne notitie" : " interne notities")))
                .because(leftOut.isEmpty() ? null : String.join("; ", leftOut.values())));
    }

    private static List<Map<String, Object>> lines(List<Item> kept) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            Item item = kept.get(i);
            lines.add(Map.of("nummer", i + 1, "titel", item.title(), "datum", Dates.table(item.dated()), "bladzijden", item.pages(), "bytes", item.bytes(),
                    "sha256", item.sha256()));
        }
        return lines;
    }
}
