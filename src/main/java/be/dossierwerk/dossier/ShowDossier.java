package be.dossierwerk.dossier;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.FilePause;
import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One dossier as the acting person may see it. */
@Service
public class ShowDossier {

    public record Note(String text, Instant writtenAt, String authorName) { }

    /** Another dossier that has to do with this one, and why. */
    public record Link(String number, String subject, String state, String reason, String linkedByName) { }

    /**
     * {@code documents}: those that the person may read; {@code hidden}: how many there are besides. {@code mainTerm} may be null.
     * {@code waitsFor}: what our clock waits for as long as no term to decide in runs, or null.
     * {@code notes} and {@code timeline}: oldest first.
     */
    public record Sheet(Dossiers.Details details, List<Dossiers.Party> parties, List<Dossiers.Document> documents, int hidden,
                        List<Note> notes, List<Link> links, List<TermStanding> terms, TermStanding mainTerm, FilePause waitsFor, List<AuditLog.Line> timeline,
                        boolean mayWrite, boolean mayFile, boolean mayReadConfidential) { }

    private final Dossiers dossiers;
    private final Terms terms;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    ShowDossier(Dossiers dossiers, Terms terms, AuditLog audit, JdbcClient jdbc, CurrentActor currentActor) {
        this.dossiers = dossiers;
        this.terms = terms;
        this.audit = audit;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** @throws be.dossierwerk.shared.Refused dossier.unknown or security.role-missing */
    @Transactional(readOnly = true)
    public Sheet show(String number) {
        Actor actor = currentActor.require(DossierRoles.READERS);
        Dossiers.Details details = dossiers.get(number);
        boolean confidential = DossierRoles.holds(actor, DossierRoles.CONFIDENTIAL);
        List<Dossiers.Document> all = dossiers.documents(number);
        List<Dossiers.Document> documents = all.stream()
                .filter(document -> confidential || !Dossiers.CONFIDENTIAL_KIND.equals(document.kind())).toList();
        List<TermStanding> standings = terms.of(number);
        TermStanding mainTerm = details.closedOn() != null ? null : MainTerm.of(details.procedure(), standings).orElse(null);
        FilePause waitsFor = MainTerm.decides(details.procedure(), mainTerm) ? null : terms.openPauses(number).stream().findFirst().orElse(null);
        return new Sheet(details, parties(number, actor), documents, all.size() - documents.size(), notes(number), links(number), standings,
                mainTerm, waitsFor, audit.of(number),
                DossierRoles.holds(actor, DossierRoles.WRITERS), DossierRoles.holds(actor, DossierRoles.FILERS), confidential);
    }

    private List<Dossiers.Party> parties(String number, Actor actor) {
        boolean identity = DossierRoles.holds(actor, DossierRoles.IDENTITY);
        return dossiers.parties(number).stream().map(party -> new Dossiers.Party(party.id(), party.kind(), party.name(), party.role(),
                identity ? party.nationalNumber() : null, party.address())).toList();
    }

    private List<Note> notes(String number) {
        return jdbc.sql("select text, written_at, author_name from note where dossier = ? order by written_at, id").param(number)
                .query((row, i) -> new Note(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant(), row.getString(3))).list();
    }

    private List<Link> links(String number) {
        return jdbc.sql("""
                select d.number, d.subject, d.state, l.reason, l.linked_by_name
                from (select other as number, reason, linked_by_name from dossier_link where dossier = :number
                      union all select dossier, reason, linked_by_name from dossier_link where other = :number) l
                join dossier d using (number) order by d.number""").param("number", number)
                .query((row, i) -> new Link(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5))).list();
    }
}
