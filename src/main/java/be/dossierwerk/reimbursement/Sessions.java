package be.dossierwerk.reimbursement;

import be.dossierwerk.reimbursement.Claim.Participant;
import be.dossierwerk.reimbursement.Claim.Session;
import be.dossierwerk.security.Actor;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.NationalNumber;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The hours of people that claims have taken: the same person, day and start hour are paid once, and nobody is in two places at a time (procedures.md 2.5). */
@Service
public class Sessions {

    /** {@code released}: the claim gave these hours back. */
    public record Taken(String dossier, String training, String nationalNumber, LocalDate date, LocalTime start, LocalTime end, BigDecimal hours, boolean released) { }

    private record Place(String field, Session session, Participant person) {

        String key() {
            return digits(person.nationalNumber());
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Sessions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Everything that a claim took, also what it gave back; by day and hour. */
    @Transactional(readOnly = true)
    public List<Taken> of(String dossier) {
        return jdbc.sql("""
                select dossier, training, national_number, held_on, starts_at, ends_at, hours, released_at is not null from reimbursement_session
                where dossier = ? order by held_on, starts_at, national_number, id""").param(dossier)
                .query((row, i) -> new Taken(row.getString(1), row.getString(2), row.getString(3), row.getObject(4, LocalDate.class), row.getObject(5, LocalTime.class),
                        row.getObject(6, LocalTime.class), row.getBigDecimal(7), row.getBoolean(8))).list();
    }

    /**
     * Takes all hours of the claim or none; what the claim already has stays.
     * @return how many participations were taken now
     * @throws Refused reimbursement.taken with every field whose hours another claim has, or another session of the same person
     */
    @Transactional(propagation = Propagation.MANDATORY)
    int take(Claim claim, Actor by) {
        List<Place> places = places(claim);
        // Two claims about the same people: always in the same order, so that they do not wait for each other.
        places.stream().map(Place::key).distinct().sorted().forEach(person ->
                jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 31))").param(person).query().singleRow());
        List<Refused.Field> taken = new ArrayList<>();
        int added = 0;
        for (Place place : places) {
            Session session = place.session();
            if (has(claim, place)) {
                continue;
            }
            Optional<String> other = overlapping(place);
            if (other.isPresent()) {
                taken.add(new Refused.Field(place.field(), "reimbursement.field.taken", Dates.prose(session.date()), session.start().toString(), other.get()));
                continue;
            }
            added += jdbc.sql("""
                    insert into reimbursement_session (dossier, enterprise_number, training, national_number, held_on, starts_at, ends_at, hours, reserved_at, reserved_by,
                                                       reserved_by_name)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(claim.dossier(), claim.enterpriseNumber(), session.training().code(), place.key(), session.date(), session.start(), session.end(),
                            place.person().hours(), now(), by.id(), by.name()).update();
        }
        if (!taken.isEmpty()) {
            throw new Refused("reimbursement.taken", taken, taken.size());
        }
        return added;
    }

    /** Gives everything back; again does nothing. @return how many participations */
    @Transactional(propagation = Propagation.MANDATORY)
    int release(String dossier, String reason, Actor by) {
        return jdbc.sql("update reimbursement_session set released_at = ?, released_by_name = ?, release_reason = ? where dossier = ? and released_at is null")
                .params(now(), by.name(), reason, dossier).update();
    }

    /** Gives back the hours of the people of one session only: a colleague may have followed the same lesson on another line. @return how many participations */
    @Transactional(propagation = Propagation.MANDATORY)
    int release(String dossier, Session session, String reason, Actor by) {
        return jdbc.sql("""
                update reimbursement_session set released_at = ?, released_by_name = ?, release_reason = ?
                where dossier = ? and training = ? and held_on = ? and starts_at = ? and ends_at = ? and national_number = any(?) and released_at is null""")
                .params(now(), by.name(), reason, dossier, session.training().code(), session.date(), session.start(), session.end(),
                        session.participants().stream().map(person -> digits(person.nationalNumber())).toArray(String[]::new)).update();
    }

    /** What a refusal gave back and nobody else took since is of this claim again. @return how many participations are another one's now */
    @Transactional(propagation = Propagation.MANDATORY)
    int takeBack(String dossier, Actor by) {
        String found = """
                from (select distinct on (national_number, held_on, starts_at) * from reimbursement_session where dossier = ? and released_at is not null
                      order by national_number, held_on, starts_at, id desc) r
                where %s (select from reimbursement_session o where o.national_number = r.national_number and o.held_on = r.held_on and o.released_at is null
                          and o.starts_at < r.ends_at and o.ends_at > r.starts_at)""";
        int others = jdbc.sql("select count(*)\n" + found.formatted("exists")).param(dossier).query(Integer.class).single();
        jdbc.sql("""
                insert into reimbursement_session (dossier, enterprise_number, training, national_number, held_on, starts_at, ends_at, hours, reserved_at, reserved_by,
                                                   reserved_by_name)
                select r.dossier, r.enterprise_number, r.training, r.national_number, r.held_on, r.starts_at, r.ends_at, r.hours, ?, ?, ?
                """ + found.formatted("not exists"))
                .params(now(), by.id(), by.name(), dossier).update();
        return others;
    }

    static String digits(String nationalNumber) {
        return NationalNumber.parse(nationalNumber).digits();
    }

    private static List<Place> places(Claim claim) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < claim.sessions().size(); i++) {
            Session session = claim.sessions().get(i);
            for (int j = 0; j < session.participants().size(); j++) {
                places.add(new Place("sessions[" + i + "].participants[" + j + "]", session, session.participants().get(j)));
            }
        }
        places.sort(Comparator.comparing(Place::key).thenComparing(place -> place.session().date()).thenComparing(place -> place.session().start()));
        return places;
    }

    private boolean has(Claim claim, Place place) {
        return jdbc.sql("""
                select exists (select from reimbursement_session where dossier = ? and national_number = ? and held_on = ? and starts_at = ? and ends_at = ?
                               and hours = ? and training = ? and released_at is null)""")
                .params(claim.dossier(), place.key(), place.session().date(), place.session().start(), place.session().end(), place.person().hours(),
                        place.session().training().code()).query(Boolean.class).single();
    }

    /** The dossier that has this person at that time. */
    private Optional<String> overlapping(Place place) {
        return jdbc.sql("""
                select dossier from reimbursement_session where national_number = ? and held_on = ? and released_at is null and starts_at < ? and ends_at > ?
                order by id limit 1""").params(place.key(), place.session().date(), place.session().end(), place.session().start()).query(String.class).optional();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
