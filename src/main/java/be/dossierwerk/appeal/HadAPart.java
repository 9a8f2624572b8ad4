package be.dossierwerk.appeal;

import be.dossierwerk.appeal.Contests.Contest;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.inbox.ConflictRule;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps whoever drafted, checked, approved, signed, advised on or inspected a contested decision out of its appeal, and out of the contested dossier
 * after the appeal reopened it (impartiality; procedures.md 1.10).
 */
@Component
public class HadAPart implements ConflictRule {

    private record Act(UUID id, String dossier, LocalDate signedOn, OffsetDateTime signedAt, OffsetDateTime draftedAt) { }

    private final Contests contests;
    private final JdbcClient jdbc;

    HadAPart(Contests contests, JdbcClient jdbc) {
        this.contests = contests;
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, String> keptOut(String dossier) {
        Map<String, String> kept = new LinkedHashMap<>();
        Set<UUID> seen = new HashSet<>();
        List<Contest> open = new ArrayList<>(contests.concerning(dossier));
        // An appeal against the decision on an appeal: the first decision counts as well.
        while (!open.isEmpty()) {
            Contest contest = open.remove(0);
            if (seen.add(contest.besluit())) {
                partsIn(contest.besluit()).forEach(kept::putIfAbsent);
                contests.of(contest.contested()).ifPresent(open::add);
            }
        }
        return kept;
    }

    @Override
    public Set<String> concerned(Collection<String> dossiers) {
        return Set.copyOf(jdbc.sql("select appeal from contest where appeal = any(:dossiers) union select contested from contest where contested = any(:dossiers) and reopened_on is not null")
                .param("dossiers", dossiers.toArray(String[]::new)).query(String.class).list());
    }

    /** Person id, and what that person did for the decision in a sentence; who did more is named for the first of it. */
    private Map<String, String> partsIn(UUID besluit) {
        Map<String, String> parts = new LinkedHashMap<>();
        Act act = jdbc.sql("""
                select b.id, b.dossier, b.signed_on, coalesce(l.signed_at, l.made_at, b.drafted_at) as signed_at, b.drafted_at
                from besluit b left join letter l on l.id = b.letter where b.id = ?""").param(besluit).query(Act.class).single();
        String decision = "de bestreden beslissing van " + Dates.prose(act.signedOn);
        jdbc.sql("""
                select drafter, drafter_name, checker, checker_name, approver, approver_name, signatory, signatory_name, id = :act as contested from besluit
                where dossier = :dossier and (id = :act or status = 'TERUGGESTUURD' and drafted_at <= :drafted) order by contested desc, drafted_at desc""")
                .param("act", act.id).param("dossier", act.dossier).param("drafted", act.draftedAt).query(row -> {
                    String what = row.getBoolean(9) ? decision : "een ontwerp van " + decision;
                    part(parts, row.getString(1), "%s stelde %s op.".formatted(row.getString(2), what));
                    part(parts, row.getString(3), "%s keek %s juridisch na.".formatted(row.getString(4), what));
                    part(parts, row.getString(5), "%s keurde %s goed.".formatted(row.getString(6), what));
                    part(parts, row.getString(7), "%s ondertekende %s.".formatted(row.getString(8), what));
                });
        // The note to the committee and the inspection are tasks; what the committee's own people did stands in the trail with their role.
        jdbc.sql("""
                select completed_by, completed_by_name from inbox_done where dossier = ? and completed_at <= ? and task_key like '%NotaOpstellen' order by completed_at""")
                .params(act.dossier, act.signedAt).query(row -> {
                    part(parts, row.getString(1), "%s schreef de nota aan de commissie voor %s.".formatted(row.getString(2), decision));
                });
        roleOf(parts, act, "%s zat in de commissie die advies gaf over " + decision + ".", Roles.COMMITTEE, Roles.CHAIR, Roles.FUND_COMMITTEE);
        roleOf(parts, act, "%s deed de inspectie voor " + decision + ".", Roles.INSPECTOR);
        return parts;
    }

    private void roleOf(Map<String, String> parts, Act act, String sentence, String... roles) {
        jdbc.sql("""
                select a.actor, coalesce((select c.content::json ->> 'name' from audit_content c where c.dossier = :dossier and c.seq = max(a.seq)), a.actor)
                from audit_entry a where a.dossier = :dossier and a.at <= :at and a.action not in (:facts, :read) and string_to_array(a.roles, ' ') && cast(:roles as text[])
                group by a.actor order by a.actor""").param("dossier", act.dossier).param("at", act.signedAt)
                .param("facts", AuditLog.FACTS).param("read", AuditLog.READ).param("roles", "{" + String.join(",", roles) + "}").query(row -> {
                    part(parts, row.getString(1), sentence.formatted(row.getString(2)));
                });
    }

    private static void part(Map<String, String> parts, String person, String sentence) {
        if (person != null) {
            parts.putIfAbsent(person, sentence);
        }
    }
}
