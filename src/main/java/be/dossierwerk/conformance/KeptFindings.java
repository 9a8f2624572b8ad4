package be.dossierwerk.conformance;

import be.dossierwerk.shared.Dates;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was found: nothing twice, and what is not so any more disappears and says why. */
@Component
class KeptFindings {

    /** {@code seq}: the entry that shows it, or null; {@code evidence}: what happened, oldest first. */
    record Found(Norm norm, String dossier, String procedure, String thing, Long seq, String sentence, String likely, List<Event> evidence) { }

    /** {@code seq}: the end of the chain that was looked at; {@code applied}: the norms that had something to look at. */
    record Checked(String dossier, String procedure, long seq, List<String> applied) { }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;
    private final Clock clock;

    KeptFindings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param checked the dossiers that were looked at for norms: what they had and what is not in {@code found} disappears */
    @Transactional
    public void record(List<Checked> checked, List<Found> found) {
        for (Checked each : checked) {
            jdbc.sql("""
                    insert into conformance_checked (dossier, procedure, seq, applied, checked_at) values (?, ?, ?, ?, ?)
                    on conflict (dossier) do update set procedure = excluded.procedure, seq = excluded.seq, applied = excluded.applied, checked_at = excluded.checked_at""")
                    .params(each.dossier, each.procedure, each.seq, each.applied.toArray(String[]::new), now()).update();
        }
        found.forEach(this::open);
        vanish("f.dossier = any(:among) and n.pattern <> 'ONMOGELIJK'", checked.stream().map(Checked::dossier).toList(), found);
    }

    /** @param kinds the impossible histories that were looked for, over all tables */
    @Transactional
    public void recordImpossible(Collection<String> kinds, List<Found> found) {
        found.forEach(this::open);
        vanish("n.pattern = 'ONMOGELIJK' and f.norm = any(:among)", kinds, found);
    }

    private void open(Found found) {
        OffsetDateTime now = now();
        jdbc.sql("""
                insert into conformance_finding (norm, norm_version, dossier, procedure, thing, seq, sentence, likely, evidence, found_at, seen_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?) on conflict (dossier, norm, md5(thing)) where status <> 'VERDWENEN'
                do update set seen_at = excluded.seen_at""")
                .params(Arrays.asList(found.norm.code(), found.norm.version(), found.dossier, found.procedure, found.thing, found.seq, found.sentence, found.likely,
                        evidence(found.evidence), now, now)).update();
    }

    /** Only what nobody settled: what somebody explained, mended or accepted stays as it was. */
    private void vanish(String where, Collection<String> among, List<Found> found) {
        Set<String> still = found.stream().map(each -> each.dossier + "\n" + each.norm.code() + "\n" + each.thing).collect(Collectors.toSet());
        LocalDate today = LocalDate.now(clock);
        record Gone(long id, String dossier, String norm, String thing, boolean ended, String last) { }
        List<Gone> open = jdbc.sql("""
                select f.id, f.dossier, f.norm, f.thing, not exists (select from conformance_norm l where l.code = f.norm and (l.valid_to is null or l.valid_to >= :today)) as ended,
                       (select c.content::json ->> 'sentence' from audit_entry a join audit_content c using (dossier, seq)
                        where a.dossier = f.dossier and a.at > f.found_at and a.action not in ('FEITEN', 'GELEZEN') order by a.seq desc limit 1) as last
                from conformance_finding f join conformance_norm n on n.code = f.norm and n.version = f.norm_version
                where f.status in ('OPEN', 'IN_ONDERZOEK') and %s""".formatted(where)).param("among", among.toArray(String[]::new)).param("today", today).query(Gone.class).list();
        for (Gone gone : open) {
            if (!still.contains(gone.dossier + "\n" + gone.norm + "\n" + gone.thing)) {
                String why = gone.ended ? "De norm geldt niet meer." : "Bij het nakijken op %s was dit niet meer zo.%s".formatted(Dates.prose(today),
                        gone.last == null ? " Wat afweek, werd in de gegevens verbeterd." : " Sinds de bevinding gebeurde als laatste: " + gone.last);
                jdbc.sql("update conformance_finding set status = 'VERDWENEN', closed_at = ?, vanished = ? where id = ?").params(now(), why, gone.id).update();
                jdbc.sql("insert into conformance_act (finding, at, by_id, by_name, status, said) values (?, ?, 'systeem', 'Dossierwerk', 'VERDWENEN', ?)").params(gone.id, now(), why).update();
            }
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static String evidence(List<Event> events) {
        try {
            return JSON.writeValueAsString(events.stream().map(event -> {
                Map<String, Object> said = new LinkedHashMap<>();
                said.put("day", event.day().toString());
                said.put("at", event.at() == null ? null : event.at().toString());
                said.put("seq", event.seq());
                said.put("who", event.name() != null ? event.name() : event.actor());
                said.put("what", event.what());
                return said;
            }).toList());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
