package be.dossierwerk.sampling;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.audit.AuditLog.Entry;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** An auditor draws dossiers to look at. The population is kept with its hash, and the bundles are made in the background. */
@Service
public class DrawSample {

    public static final int MOST = 500;
    private static final Pattern SEED = Pattern.compile("[A-Za-z0-9 ._-]{1,60}");
    private static final int ROWS_AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final Population population;
    private final BundleWork work;
    private final AuditLog audit;
    private final CurrentActor currentActor;
    private final ObjectMapper json;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    DrawSample(JdbcClient jdbc, Population population, BundleWork work, AuditLog audit, CurrentActor currentActor, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.population = population;
        this.work = work;
        this.audit = audit;
        this.currentActor = currentActor;
        this.json = json;
        this.clock = clock;
    }

    /**
     * {@code givenSeed}: null or blank to have one drawn.
     * @return the number of the sample
     * @throws Refused security.role-missing, or sampling.wrong with the fields
     */
    @Transactional
    public String draw(Criteria criteria, Population.Method method, int size, String givenSeed) {
        Actor actor = currentActor.require(Roles.AUDITOR);
        String seed = givenSeed == null || givenSeed.isBlank() ? "%08d".formatted(random.nextInt(100_000_000)) : givenSeed.strip();
        List<Population.Member> members = population.of(criteria, method);
        check(criteria, size, seed, members.size());
        audit.lock(AuditLog.DEPARTMENT);
        int year = LocalDate.now(clock).getYear();
        String number = "STK-%d-%03d".formatted(year, 1 + jdbc.sql("select count(*) from sample where number like ?").param("STK-" + year + "-%").query(Integer.class).single());
        List<Draw.Candidate> candidates = members.stream().map(Population.Member::candidate).toList();
        String hash = Draw.sha256(Draw.exported(candidates));
        List<String> drawn = Draw.draw(candidates, seed, size);
        jdbc.sql("""
                insert into sample (number, method, seed, size, criteria, population, population_hash, drawn_at, drawn_by, drawn_by_name)
                values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)""")
                .params(number, method.name(), seed, size, text(criteria), members.size(), hash, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), actor.id(), actor.name()).update();
        keep(number, members, drawn);
        audit.record(Entry.of(AuditLog.DEPARTMENT, "STEEKPROEF_GETROKKEN", "%s trok steekproef %s: %d van %d dossiers, %s, met startgetal %s.".formatted(actor.name(), number, size,
                members.size(), method == Population.Method.RISICO ? "volgens risico" : "willekeurig", seed))
                .changing(Map.of(), Map.of("population", hash, "drawn", Draw.sha256(String.join("\n", drawn)))));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.begin(number, actor);
            }
        });
        return number;
    }

    private static void check(Criteria criteria, int size, String seed, int found) {
        List<Refused.Field> wrong = new ArrayList<>();
        if (size < 1 || size > MOST) {
            wrong.add(new Refused.Field("size", "sampling.wrong.size", MOST));
        } else if (size > found) {
            wrong.add(new Refused.Field("size", "sampling.wrong.few", found));
        }
        if (!SEED.matcher(seed).matches()) {
            wrong.add(new Refused.Field("seed", "sampling.wrong.seed"));
        }
        if (criteria.from() != null && criteria.to() != null && criteria.to().isBefore(criteria.from())) {
            wrong.add(new Refused.Field("to", "sampling.wrong.period"));
        }
        if (criteria.amountFrom() != null && criteria.amountTo() != null && criteria.amountTo().compareTo(criteria.amountFrom()) < 0) {
            wrong.add(new Refused.Field("amountTo", "sampling.wrong.amount"));
        }
        if (!wrong.isEmpty()) {
            throw new Refused("sampling.wrong", wrong);
        }
    }

    private void keep(String number, List<Population.Member> members, List<String> drawn) {
        for (int from = 0; from < members.size(); from += ROWS_AT_ONCE) {
            List<Population.Member> some = members.subList(from, Math.min(from + ROWS_AT_ONCE, members.size()));
            jdbc.sql("""
                    insert into sample_population (sample, dossier, lots, reasons)
                    select ?, d, l, case when coalesce(r, '') = '' then '{}' else string_to_array(r, ',') end from unnest(string_to_array(?, ';'), string_to_array(?, ';')::integer[], string_to_array(?, ';')) as u(d, l, r)""")
                    .params(number, joined(some, Population.Member::dossier), joined(some, Population.Member::lots), joined(some, each -> String.join(",", each.reasons()))).update();
        }
        jdbc.sql("insert into sample_dossier (sample, position, dossier) select ?, place, dossier from unnest(string_to_array(?, ';')) with ordinality as u(dossier, place)")
                .params(number, String.join(";", drawn)).update();
    }

    private static String joined(List<Population.Member> members, java.util.function.Function<Population.Member, Object> part) {
        return members.stream().map(part).map(String::valueOf).collect(java.util.stream.Collectors.joining(";"));
    }

    private String text(Criteria criteria) {
        try {
            return json.writeValueAsString(criteria);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
