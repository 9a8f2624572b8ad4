package be.dossierwerk.casework;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.shared.Dates;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps which signed decisions stand still or fell away because somebody else ruled on them (procedures.md 1.10); each answer says whether that is new. */
@Service
public class ContestedDecisions {

    private record Act(String outcome, String status, LocalDate signedOn) { }

    private final AuditLog audit;
    private final JdbcClient jdbc;

    ContestedDecisions(AuditLog audit, JdbcClient jdbc) {
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /** What was decided: the code of the outcome. */
    @Transactional(readOnly = true)
    public String outcome(UUID besluit) {
        return jdbc.sql("select outcome from besluit where id = ?").param(besluit).query(String.class).single();
    }

    /** The decision that was signed last and counts. */
    @Transactional(readOnly = true)
    public Optional<UUID> newest(String dossier) {
        return jdbc.sql("select id from besluit where dossier = ? and status = 'ONDERTEKEND' order by drafted_at desc limit 1").param(dossier).query(UUID.class).optional();
    }

    /** Those of the dossiers whose last signed decision stands still or fell away. */
    @Transactional(readOnly = true)
    public Set<String> notCounting(Collection<String> dossiers) {
        return Set.copyOf(jdbc.sql("""
                select b.dossier from besluit b where b.dossier = any(?) and b.status in ('ONDERTEKEND', 'VERNIETIGD')
                and not exists (select from besluit later where later.dossier = b.dossier and later.status in ('ONDERTEKEND', 'VERNIETIGD') and later.drafted_at > b.drafted_at)
                and (b.status = 'VERNIETIGD' or exists (select from besluit_suspension s where s.besluit = b.id and s.ended_on is null))""")
                .param(dossiers.toArray(String[]::new)).query(String.class).list());
    }

    /** Whether some decision of the dossier stands still now. */
    @Transactional(readOnly = true)
    public boolean suspended(String dossier) {
        return jdbc.sql("select exists (select from besluit_suspension s join besluit b on b.id = s.besluit where b.dossier = ? and s.ended_on is null)").param(dossier)
                .query(Boolean.class).single();
    }

    /** @return false when it was suspended before, or counts no more */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean suspend(String dossier, UUID besluit, LocalDate on, String reason) {
        Act act = locked(dossier, besluit);
        if (!act.status.equals("ONDERTEKEND") || jdbc.sql("""
                insert into besluit_suspension (besluit, since, reason) values (?, ?, ?) on conflict do nothing""").params(besluit, on, reason).update() == 0) {
            return false;
        }
        audit.record(AuditLog.Entry.of(dossier, "BESLISSING_GESCHORST", "De beslissing van %s is geschorst sinds %s.".formatted(Dates.prose(act.signedOn),
                Dates.prose(on))).because(reason));
        return true;
    }

    /** @return false when it was not suspended */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean resume(String dossier, UUID besluit, LocalDate on, String reason) {
        Act act = locked(dossier, besluit);
        if (end(besluit, on) == 0) {
            return false;
        }
        audit.record(AuditLog.Entry.of(dossier, "SCHORSING_GEEINDIGD", "De beslissing van %s werkt opnieuw sinds %s.".formatted(Dates.prose(act.signedOn),
                Dates.prose(on))).because(reason));
        return true;
    }

    /** It stays in the file and counts no more. @return false when it fell away before */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean annul(String dossier, UUID besluit, LocalDate on, String reason) {
        Act act = locked(dossier, besluit);
        if (jdbc.sql("update besluit set status = 'VERNIETIGD' where id = ? and status = 'ONDERTEKEND'").param(besluit).update() == 0) {
            return false;
        }
        end(besluit, on);
        audit.record(AuditLog.Entry.of(dossier, "BESLISSING_VERNIETIGD", "De beslissing van %s geldt niet meer sinds %s.".formatted(Dates.prose(act.signedOn),
                Dates.prose(on))).because(reason));
        return true;
    }

    private int end(UUID besluit, LocalDate on) {
        return jdbc.sql("update besluit_suspension set ended_on = ? where besluit = ? and ended_on is null").params(on, besluit).update();
    }

    /** Takes the lock of the dossier first, so that two rulings come one after the other. */
    private Act locked(String dossier, UUID besluit) {
        audit.lock(dossier);
        return jdbc.sql("select outcome, status, signed_on from besluit where id = ? and dossier = ?").params(besluit, dossier).query(Act.class).single();
    }
}
