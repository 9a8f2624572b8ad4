package be.dossierwerk.procedurechange;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.LedgerMark;
import be.dossierwerk.engine.CannotFollow;
import be.dossierwerk.engine.MoveDossiers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes one dossier to another version of its procedure and proves that no term of it changed; the rehearsal and the real move are this same act. */
@Service
class MoveDossier {

    private final AuditLog audit;
    private final LedgerMark ledgerMark;
    private final MoveDossiers moveDossiers;

    MoveDossier(AuditLog audit, LedgerMark ledgerMark, MoveDossiers moveDossiers) {
        this.audit = audit;
        this.ledgerMark = ledgerMark;
        this.moveDossiers = moveDossiers;
    }

    /** @throws CannotFollow the caller rolls back */
    @Transactional(propagation = Propagation.MANDATORY)
    public MoveDossiers.Moved move(String dossier, String deployment) {
        audit.lock(dossier);
        String before = ledgerMark.of(dossier);
        MoveDossiers.Moved moved = moveDossiers.move(dossier, deployment);
        if (!ledgerMark.of(dossier).equals(before)) {
            throw new CannotFollow(CannotFollow.Reason.TERMIJN);
        }
        return moved;
    }
}
