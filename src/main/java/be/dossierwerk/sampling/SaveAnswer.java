package be.dossierwerk.sampling;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what an auditor answers to one question of one drawn dossier, at every touch. */
@Service
public class SaveAnswer {

    public static final int LONGEST = 4000;
    private static final Set<String> ANSWERS = Set.of("JA", "NEE", "NVT");

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    SaveAnswer(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** {@code answer}: JA, NEE, NVT, or null when it is still open. @throws Refused security.role-missing, sampling.closed, sampling.unknown or sampling.wrong.long */
    @Transactional
    public void save(String sample, String dossier, String question, String answer, String remark) {
        Actor actor = currentActor.require(Roles.AUDITOR);
        String text = remark == null ? "" : remark;
        if (text.length() > LONGEST) {
            throw new Refused("sampling.wrong.long", LONGEST);
        }
        open(jdbc, sample, dossier);
        if (answer != null && !ANSWERS.contains(answer) || !jdbc.sql("select exists (select from " + Samples.ASKED + " where sample = ? and dossier = ? and code = ?)").params(sample, dossier, question)
                .query(Boolean.class).single()) {
            throw new Refused("sampling.unknown", sample);
        }
        jdbc.sql("""
                insert into sample_answer (sample, dossier, question, answer, remark, answered_at, answered_by) values (?, ?, ?, ?, ?, ?, ?)
                on conflict (sample, dossier, question) do update set answer = excluded.answer, remark = excluded.remark, answered_at = excluded.answered_at, answered_by = excluded.answered_by""")
                .params(Arrays.asList(sample, dossier, question, answer, text, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), actor.id())).update();
    }

    /** Locks the sample against being closed meanwhile. */
    static void open(JdbcClient jdbc, String sample, String dossier) {
        Boolean open = jdbc.sql("select s.closed_at is null from sample s join sample_dossier d on d.sample = s.number where s.number = ? and d.dossier = ? for share of s")
                .params(sample, dossier).query(Boolean.class).optional().orElseThrow(() -> new Refused("sampling.unknown", sample));
        if (!open) {
            throw new Refused("sampling.closed", sample);
        }
    }
}
