package be.dossierwerk.dossier;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.FilePause;
import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.MovableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

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

    /** That a dossier was destroyed at the end of its retention: by which rule, when the term was over, on which day, by whom. */
    public record Destroyed(String rule, LocalDate dueOn, LocalDate on, String byName, String secondName) { }

    private final Dossiers dossiers;
    private final Terms terms;
    private final AuditLog audit;
    private final RecordReading recordReading;
    private final TransactionTemplate reading;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    ShowDossier(Dossiers dossiers, Terms terms, AuditLog audit, RecordReading recordReading, PlatformTransactionManager transactions, JdbcClient jdbc,
                CurrentActor currentActor) {
        this.dossiers = dossiers;
        this.terms = terms;
        this.audit = audit;
        this.recordReading = recordReading;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** @throws be.dossierwerk.shared.Refused dossier.unknown or security.role-missing */
    public Sheet show(String number) {
        return show(number, RecordReading.What.DOSSIER);
    }

    /** {@code as}: in what it is shown, for the record of who read it. @throws be.dossierwerk.shared.Refused dossier.unknown or security.role-missing */
    public Sheet show(String number, RecordReading.What as) {
        Actor actor = currentActor.require(DossierRoles.READERS);
        recordReading.record(number, as, "", null);
        return reading.execute(status -> sheet(number, actor));
    }

    /** For who wrote the reading down already, in a transaction that only reads. @throws be.dossierwerk.shared.Refused dossier.unknown or security.role-missing */
    public Sheet recorded(String number) {
        return sheet(number, currentActor.require(DossierRoles.READERS));
    }

    private Sheet sheet(String number, Actor actor) {
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

    /** Empty for a dossier that is kept. */
    public Optional<Destroyed> destroyed(String number) {
        return jdbc.sql("select rule, due_on, destroyed_at, by_name, second_name from destruction where dossier = ?").param(number)
                .query((row, i) -> new Destroyed(row.getString(1), row.getObject(2, LocalDate.class),
                        row.getObject(3, OffsetDateTime.class).atZoneSameInstant(MovableClock.BRUSSELS).toLocalDate(), row.getString(4), row.getString(5))).optional();
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
