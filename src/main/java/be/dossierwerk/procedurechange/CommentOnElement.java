package be.dossierwerk.procedurechange;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a manager or a lawyer say something about an element of a draft. */
@Service
public class CommentOnElement {

    private final Changes changes;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    CommentOnElement(Changes changes, CurrentActor currentActor, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.changes = changes;
        this.currentActor = currentActor;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param element empty for the whole file. @throws Refused security.role-missing, procedurechange.invalid with the field text, procedurechange.draft.path */
    @Transactional
    public void comment(String change, String path, String element, String text) {
        Actor actor = currentActor.require(Roles.MANAGER, Roles.LAWYER);
        List<Refused.Field> wrong = new ArrayList<>();
        Text.check(wrong, "text", text, Text.LONG);
        Text.refuse(wrong);
        changes.get(change);
        if (!ProcedureFiles.isPath(path)) {
            throw new Refused("procedurechange.draft.path", String.valueOf(path));
        }
        audit.lock(change);
        jdbc.sql("insert into draft_comment (change, path, element, author, author_name, at, text) values (?, ?, ?, ?, ?, ?, ?)")
                .params(change, path, element == null ? "" : element, actor.id(), actor.name(), clock.instant().atOffset(ZoneOffset.UTC), text.strip()).update();
        audit.record(AuditLog.Entry.of(change, "OPMERKING_GESCHREVEN", "%s schreef een opmerking bij %s.".formatted(actor.name(), ProcedureFiles.words(path))));
    }
}
