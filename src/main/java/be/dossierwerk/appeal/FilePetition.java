package be.dossierwerk.appeal;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers a petition that the registry of the Council of State served, and starts the procedure (procedures.md 1.10). */
@Service
public class FilePetition {

    /** {@code besluit}: the contested decision; {@code roleNumber}: the number of the case (rolnummer); {@code chamber} may be null. */
    public record Petition(UUID besluit, String roleNumber, PetitionKind kind, String chamber, LocalDate petitionOn, LocalDate servedOn) { }

    public record Attachment(String fileName, byte[] content) { }

    private static final int NUMBER_LIMIT = 60;

    private final NotifiedDecisions decisions;
    private final Contests contests;
    private final Dossiers dossiers;
    private final Terms terms;
    private final Processes processes;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    FilePetition(NotifiedDecisions decisions, Contests contests, Dossiers dossiers, Terms terms, Processes processes, CurrentActor currentActor,
                 AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.decisions = decisions;
        this.contests = contests;
        this.dossiers = dossiers;
        this.terms = terms;
        this.processes = processes;
        this.currentActor = currentActor;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A petition of which the number is known already gives its dossier.
     * @return the dossier number
     * @throws Refused {@code appeal.rvs.petition.invalid} with every wrong field: besluit, roleNumber, kind, chamber, petitionOn, servedOn, attachments
     */
    @Transactional
    public String file(Petition petition, List<Attachment> attachments) {
        var actor = currentActor.require(Roles.LAWYER, Roles.INTAKE);
        List<Refused.Field> wrong = new ArrayList<>();
        NotifiedDecisions.Decision decision = Optional.ofNullable(petition.besluit()).flatMap(decisions::find).orElse(null);
        if (decision == null) {
            wrong.add(new Refused.Field("besluit", "appeal.rvs.field.besluit"));
        }
        String role = petition.roleNumber() == null ? "" : petition.roleNumber().strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
        if (!role.matches(".*[0-9].*") || role.length() > NUMBER_LIMIT) {
            wrong.add(new Refused.Field("roleNumber", "appeal.rvs.field.role-number", NUMBER_LIMIT));
        } else {
            // Two people who file the same petition: the second one waits here, and then finds the dossier of the first.
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 17))").param(role).query().singleRow();
            Optional<Contests.Contest> before = jdbc.sql("select dossier from council_petition where role_number = ?").param(role).query(String.class).optional()
                    .flatMap(contests::of);
            if (before.isPresent() && decision != null) {
                if (before.get().besluit().equals(decision.besluit())) {
                    return before.get().appeal();
                }
                wrong.add(new Refused.Field("roleNumber", "appeal.rvs.field.role-number-known", before.get().appeal()));
            }
        }
        if (petition.kind() == null) {
            wrong.add(new Refused.Field("kind", "appeal.rvs.field.kind"));
        }
        if (petition.chamber() != null && petition.chamber().length() > NUMBER_LIMIT) {
            wrong.add(new Refused.Field("chamber", "appeal.rvs.field.too-long", NUMBER_LIMIT));
        }
        days(petition, decision, wrong);
        if (attachments.isEmpty()) {
            wrong.add(new Refused.Field("attachments", "appeal.rvs.field.attachments"));
        }
        if (!wrong.isEmpty()) {
            throw new Refused("appeal.rvs.petition.invalid", wrong, wrong.size());
        }
        return open(petition, role, decision, attachments, actor.name());
    }

    private void days(Petition petition, NotifiedDecisions.Decision decision, List<Refused.Field> wrong) {
        if (petition.petitionOn() == null) {
            wrong.add(new Refused.Field("petitionOn", "appeal.rvs.field.date"));
        } else if (decision != null && petition.petitionOn().isBefore(decision.signedOn())) {
            wrong.add(new Refused.Field("petitionOn", "appeal.rvs.field.before-decision", Dates.prose(decision.signedOn())));
        }
        if (petition.servedOn() == null) {
            wrong.add(new Refused.Field("servedOn", "appeal.rvs.field.date"));
        } else if (petition.servedOn().isAfter(LocalDate.now(clock))) {
            wrong.add(new Refused.Field("servedOn", "appeal.rvs.field.future"));
        } else if (petition.petitionOn() != null && petition.servedOn().isBefore(petition.petitionOn())) {
            wrong.add(new Refused.Field("servedOn", "appeal.rvs.field.served-before-petition"));
        }
    }

    private String open(Petition petition, String role, NotifiedDecisions.Decision decision, List<Attachment> attachments, String who) {
        Dossiers.Details contested = dossiers.get(decision.dossier());
        String dossier = dossiers.open(new Dossiers.NewDossier(BeroepRvSModel.PROCESS, "RVS", contested.subject(), contested.enterpriseNumber(),
                contested.municipality(), "PAPIER", petition.servedOn(), null, contested.email()));
        contests.register(dossier, decision.dossier(), decision.besluit());
        String chamber = petition.chamber() == null || petition.chamber().isBlank() ? null : petition.chamber().strip();
        jdbc.sql("insert into council_petition (dossier, role_number, kind, chamber, petition_on, served_on) values (?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(dossier, role, petition.kind().name(), chamber, petition.petitionOn(), petition.servedOn())).update();
        attachments.forEach(file -> dossiers.attach(dossier, "PROCESSTUK", "Verzoekschrift", file.fileName(), file.content(), petition.petitionOn()));
        audit.record(AuditLog.Entry.of(dossier, "VERZOEKSCHRIFT_GEREGISTREERD", "%s registreerde %s tegen de beslissing van %s in dossier %s. Het rolnummer is %s; de griffie betekende het verzoekschrift op %s."
                .formatted(who, petition.kind().inWords(), Dates.prose(decision.signedOn()), decision.dossier(), role, Dates.prose(petition.servedOn()))));
        audit.record(AuditLog.Entry.of(decision.dossier(), "BEROEP_RVS_INGESTELD", "%s stelde bij de Raad van State %s in tegen de beslissing van %s. Dossier %s volgt dat op."
                .formatted(contested.subject(), petition.kind().inWords(), Dates.prose(decision.signedOn()), dossier)));
        dossiers.link(dossier, decision.dossier(), "Beroep bij de Raad van State tegen de beslissing van " + Dates.prose(decision.signedOn()));
        terms.start(dossier, BeroepRvSModel.FILE_TERM, petition.servedOn());
        terms.start(dossier, BeroepRvSModel.DEFENCE_TERM, petition.servedOn());
        processes.start(BeroepRvSModel.PROCESS, dossier, Map.of());
        return dossier;
    }
}
