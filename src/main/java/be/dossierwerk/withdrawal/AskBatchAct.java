package be.dossierwerk.withdrawal;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Somebody asks an act for many files of a batch: it is written down as work, file by file, and done in the background in that person's name. */
@Service
public class AskBatchAct {

    private final CurrentActor currentActor;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    AskBatchAct(CurrentActor currentActor, JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.currentActor = currentActor;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param action made when the dialog opened: the same one twice is one act
     * @param fields of every file: motieven for a draft, verzondenOp for a dispatch
     * @param perDossier fields of one file by its dossier number: zendingsnummer for a dispatch
     * @return how many files it is about
     * @throws Refused security.role-missing, withdrawal.batch.busy while the same act is under way, withdrawal.batch.nothing, withdrawal.batch.tracking
     *         when a file has no number
     */
    @Transactional
    public int ask(UUID action, long batch, BatchAct act, Map<String, String> fields, Map<String, String> perDossier) {
        Actor actor = currentActor.require(act.role());
        jdbc.sql("select id from withdrawal_batch where id = ? for update").param(batch).query(Long.class).optional()
                .orElseThrow(() -> new Refused("withdrawal.batch.unknown"));
        if (jdbc.sql("select exists (select from withdrawal_batch_act where id = ?)").param(action).query(Boolean.class).single()) {
            return jdbc.sql("select count(*) from withdrawal_batch_work where act = ?").param(action).query(Integer.class).single();
        }
        if (jdbc.sql("select exists (select from withdrawal_batch_work w join withdrawal_batch_act a on a.id = w.act where a.batch = ? and a.kind = ? and w.status = 'WACHT')")
                .params(batch, act.name()).query(Boolean.class).single()) {
            throw new Refused("withdrawal.batch.busy");
        }
        record Target(String enterpriseNumber, String dossier) { }
        List<Target> targets = act.task() == null
                ? jdbc.sql("select enterprise_number, dossier from withdrawal_batch_item where batch = ? and dossier is null and not uncertain and taken_out_at is null order by name")
                        .param(batch).query(Target.class).list()
                : jdbc.sql("""
                        select i.enterprise_number, i.dossier from withdrawal_batch_item i join inbox_row r on r.dossier = i.dossier and r.task_key = ?
                        where i.batch = ? and i.taken_out_at is null order by i.dossier""").params(act.task(), batch).query(Target.class).list();
        if (act == BatchAct.VERZENDEN) {
            targets = targets.stream().filter(target -> perDossier.containsKey(target.dossier)).toList();
        }
        if (targets.isEmpty()) {
            throw new Refused("withdrawal.batch.nothing");
        }
        jdbc.sql("""
                insert into withdrawal_batch_act (id, batch, kind, fields, actor, actor_name, actor_roles, asked_at) values (?, ?, ?, ?::jsonb, ?, ?, ?, ?)""")
                .params(action, batch, act.name(), write(fields), actor.id(), actor.name(), actor.roles().toArray(String[]::new), OffsetDateTime.now(clock)).update();
        int position = 0;
        for (Target target : targets) {
            String own = target.dossier == null ? null : perDossier.get(target.dossier);
            jdbc.sql("insert into withdrawal_batch_work (act, position, enterprise_number, fields) values (?, ?, ?, ?::jsonb)")
                    .params(action, position++, target.enterpriseNumber, write(own == null ? Map.of() : Map.of("zendingsnummer", own))).update();
        }
        return position;
    }

    private String write(Map<String, String> fields) {
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
