package be.dossierwerk.withdrawal;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A file that asks for more care leaves the batch and goes on alone; one that was not started is not started with the others. */
@Service
public class TakeOutOfBatch {

    private static final int LONGEST = 500;

    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    TakeOutOfBatch(CurrentActor currentActor, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.currentActor = currentActor;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Taken out before, nothing changes. @throws Refused security.role-missing, withdrawal.batch.reason or withdrawal.batch.unknown */
    @Transactional
    public void takeOut(long batch, String enterpriseNumber, String reason) {
        var actor = currentActor.require(Roles.TEAM_LEAD);
        if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
            throw new Refused("withdrawal.batch.reason", List.of(new Refused.Field("reason", "withdrawal.batch.reason", LONGEST)), LONGEST);
        }
        record Item(String dossier, boolean out) { }
        Item item = jdbc.sql("select dossier, taken_out_at is not null as out from withdrawal_batch_item where batch = ? and enterprise_number = ? for update")
                .params(batch, enterpriseNumber).query(Item.class).optional().orElseThrow(() -> new Refused("withdrawal.batch.unknown"));
        if (item.out) {
            return;
        }
        jdbc.sql("update withdrawal_batch_item set taken_out_at = ?, taken_out_by_name = ?, taken_out_reason = ? where batch = ? and enterprise_number = ?")
                .params(OffsetDateTime.now(clock), actor.name(), reason.strip(), batch, enterpriseNumber).update();
        if (item.dossier != null) {
            audit.record(AuditLog.Entry.of(item.dossier, "UIT_REEKS_GENOMEN", "%s nam dit dossier uit zijn reeks; het gaat alleen verder.".formatted(actor.name()))
                    .because(reason.strip()));
        }
    }
}
