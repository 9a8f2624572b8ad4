package be.dossierwerk.request;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.Colleagues;
import be.dossierwerk.inbox.ConflictRule;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The colleagues that a complaint is about: they keep out of its tasks (procedures.md 1.10). */
@Service
public class ComplainedAbout implements ConflictRule {

    private final Colleagues colleagues;
    private final Processes processes;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    ComplainedAbout(Colleagues colleagues, Processes processes, CurrentActor currentActor, AuditLog audit, JdbcClient jdbc) {
        this.colleagues = colleagues;
        this.processes = processes;
        this.currentActor = currentActor;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, String> keptOut(String dossier) {
        Map<String, String> out = new LinkedHashMap<>();
        of(dossier).forEach((person, name) -> out.put(person, "De klacht gaat over %s. Iemand anders behandelt ze.".formatted(name)));
        return out;
    }

    @Override
    public Set<String> concerned(Collection<String> dossiers) {
        return Set.copyOf(jdbc.sql("select distinct dossier from klacht_person where dossier = any(?)").param(dossiers.toArray(String[]::new)).query(String.class).list());
    }

    /** Person id and name, by name. */
    public Map<String, String> of(String dossier) {
        Map<String, String> people = new LinkedHashMap<>();
        jdbc.sql("select person, name from klacht_person where dossier = ? order by name, person").param(dossier).query(row -> {
            people.put(row.getString(1), row.getString(2));
        });
        return people;
    }

    /** Everybody that a complaint can be about, by name. */
    public List<Actor> possible() {
        return colleagues.holding(Roles.names().keySet());
    }

    /** While the complaint is being handled. */
    public boolean available(String dossier) {
        var actor = currentActor.get();
        return (actor.has(Roles.INTAKE) || actor.has(Roles.HANDLER) || actor.has(Roles.TEAM_LEAD)) && processes.awaits(KlachtModel.WITHDRAWN, dossier);
    }

    /**
     * From now on the complaint is about exactly these colleagues.
     * @throws Refused request.people.unknown with the field people; request.people.about-you when the acting person is one of them; request.drop.too-late
     *         when the complaint is closed
     */
    @Transactional
    public void name(String dossier, Collection<String> people) {
        var actor = currentActor.require(Roles.INTAKE, Roles.HANDLER, Roles.TEAM_LEAD);
        audit.lock(dossier);
        if (!processes.awaits(KlachtModel.WITHDRAWN, dossier)) {
            throw new Refused("request.drop.too-late");
        }
        // Who is complained about does not decide that the complaint is about somebody else.
        if (of(dossier).containsKey(actor.id())) {
            throw new Refused("request.people.about-you");
        }
        check(people);
        keep(dossier, people);
        String names = String.join(", ", of(dossier).values());
        audit.record(AuditLog.Entry.of(dossier, "BETROKKENEN_AANGEDUID", names.isEmpty()
                ? "%s noteerde dat de klacht over geen enkele collega persoonlijk gaat.".formatted(actor.name())
                : "%s noteerde over wie de klacht gaat: %s. Zij behandelen de klacht niet.".formatted(actor.name(), names)));
    }

    /** @throws Refused request.people.unknown */
    void check(Collection<String> people) {
        if (!known().keySet().containsAll(people)) {
            throw new Refused("request.people.unknown", List.of(new Refused.Field("people", "request.people.unknown")));
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(String dossier, Collection<String> people) {
        jdbc.sql("delete from klacht_person where dossier = ?").param(dossier).update();
        Map<String, Actor> known = known();
        new TreeSet<>(people).forEach(person -> jdbc.sql("insert into klacht_person (dossier, person, name) values (?, ?, ?)")
                .params(dossier, person, known.get(person).name()).update());
    }

    private Map<String, Actor> known() {
        return possible().stream().collect(Collectors.toMap(Actor::id, Function.identity(), (one, other) -> one));
    }
}
