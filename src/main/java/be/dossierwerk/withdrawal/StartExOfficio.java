package be.dossierwerk.withdrawal;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deposit.DepositEnd;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DecisionTables;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.recognition.Recognitions.Recognition;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens one file ex officio for one recognised undertaking on one ground, once for each period, and asks the sources about it (procedures.md 1.3, D3, D12). */
@Service
public class StartExOfficio {

    /**
     * {@code period}: the period or notice that it is about; the same one never gives a second file. {@code evidence}: Dutch prose, the facts of the
     * letters. {@code fraud}: the withdrawal works at once. Debts in euro; {@code successor} and {@code depositEnd} may be null.
     */
    public record Request(String enterpriseNumber, String ground, String period, String evidence, boolean fraud, BigDecimal socialDebt, BigDecimal taxDebt,
                          String successor, DepositEnd depositEnd) {

        public static Request of(String enterpriseNumber, String ground, String period, String evidence) {
            return new Request(enterpriseNumber, ground, period, evidence, false, BigDecimal.ZERO, BigDecimal.ZERO, null, null);
        }
    }

    private static final int LONGEST = 20_000;

    private final Recognitions recognitions;
    private final ExOfficioGrounds grounds;
    private final Dossiers dossiers;
    private final ExOfficioSources sources;
    private final DecisionTables tables;
    private final Processes processes;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    StartExOfficio(Recognitions recognitions, ExOfficioGrounds grounds, Dossiers dossiers, ExOfficioSources sources, DecisionTables tables, Processes processes,
                   CurrentActor currentActor, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.recognitions = recognitions;
        this.grounds = grounds;
        this.dossiers = dossiers;
        this.sources = sources;
        this.tables = tables;
        this.processes = processes;
        this.currentActor = currentActor;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @return the dossier number; that of the file that was there when the same ground and period was started before
     * @throws Refused withdrawal.exofficio.invalid, .unknown, .withdrawn or .open with the number of the file that runs
     */
    @Transactional
    public String start(Request request) {
        Actor actor = currentActor.get();
        if (!actor.equals(Actor.SYSTEM)) {
            currentActor.require(Roles.HANDLER, Roles.TEAM_LEAD);
        }
        ExOfficioGround ground = check(request);
        String number = EnterpriseNumber.parse(request.enterpriseNumber()).digits();
        // Two who start for one undertaking wait for each other here.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 23))").param(number).query().singleRow();
        Optional<String> before = same(number, request);
        if (before.isPresent()) {
            return before.get();
        }
        whyNot(number).ifPresent(refused -> {
            throw refused;
        });
        return open(recognitions.active(number).orElseThrow(), ground, request);
    }

    /** Why no file can begin for this undertaking now; empty when it can. */
    Optional<Refused> whyNot(String number) {
        Optional<Recognition> active = recognitions.active(number);
        if (active.isEmpty()) {
            boolean once = jdbc.sql("select exists (select from recognition where enterprise_number = ? and recognition_number is not null)").param(number)
                    .query(Boolean.class).single();
            return Optional.of(new Refused(once ? "withdrawal.exofficio.withdrawn" : "withdrawal.exofficio.unknown", EnterpriseNumber.format(number)));
        }
        return jdbc.sql("""
                select e.dossier from ex_officio e join dossier d on d.number = e.dossier
                where e.recognition = ? and d.closed_on is null""").param(active.get().dossier()).query(String.class).optional()
                .map(open -> new Refused("withdrawal.exofficio.open", open));
    }

    private Optional<String> same(String number, Request request) {
        return jdbc.sql("select dossier from ex_officio where enterprise_number = ? and ground = ? and period = ? order by dossier desc limit 1")
                .params(number, request.ground(), request.period()).query(String.class).optional();
    }

    private ExOfficioGround check(Request request) {
        List<Refused.Field> wrong = new java.util.ArrayList<>();
        if (!EnterpriseNumber.isValid(request.enterpriseNumber())) {
            wrong.add(new Refused.Field("enterpriseNumber", "withdrawal.exofficio.number"));
        }
        Optional<ExOfficioGround> ground = grounds.find(request.ground(), LocalDate.now(clock));
        if (ground.isEmpty()) {
            wrong.add(new Refused.Field("ground", "withdrawal.exofficio.ground"));
        }
        if (request.period() == null || request.period().isBlank()) {
            wrong.add(new Refused.Field("period", "withdrawal.exofficio.period"));
        }
        if (request.evidence() == null || request.evidence().isBlank() || request.evidence().length() > LONGEST) {
            wrong.add(new Refused.Field("evidence", "withdrawal.exofficio.evidence"));
        }
        if (request.successor() != null && (!EnterpriseNumber.isValid(request.successor()) || EnterpriseNumber.isValid(request.enterpriseNumber())
                && EnterpriseNumber.parse(request.successor()).equals(EnterpriseNumber.parse(request.enterpriseNumber())))) {
            wrong.add(new Refused.Field("successor", "withdrawal.exofficio.successor"));
        }
        if (!wrong.isEmpty()) {
            throw new Refused("withdrawal.exofficio.invalid", wrong);
        }
        return ground.get();
    }

    private String open(Recognition recognition, ExOfficioGround ground, Request request) {
        LocalDate today = LocalDate.now(clock);
        String dossier = dossiers.open(new Dossiers.NewDossier(ExOfficioModel.PROCESS, "AMB", recognition.name(), recognition.enterpriseNumber(),
                recognition.municipality(), "AMBTSHALVE", today, null, recognition.email()));
        Map<String, Object> duty = tables.ask("hoorplicht", dossier, Map.of("nadelig", true, "gebonden", ground.bound(),
                "feitenVaststaand", ground.factsUndisputed(), "dringend", false)).get(0);
        String hearing = (String) duty.get("wijze");
        jdbc.sql("""
                insert into ex_officio (dossier, recognition, enterprise_number, ground, period, evidence, fraud, social_debt, tax_debt, successor, deposit_end,
                                        hearing, committee, started_at, started_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(dossier, recognition.dossier(), recognition.enterpriseNumber(), ground.code(), request.period(), request.evidence().strip(),
                        request.fraud(), request.socialDebt(), request.taxDebt(),
                        request.successor() == null ? null : EnterpriseNumber.parse(request.successor()).digits(),
                        (request.depositEnd() == null ? ground.depositEnd() : request.depositEnd()).name(), hearing, ground.committee(),
                        OffsetDateTime.now(clock), currentActor.get().id())).update();
        audit.record(AuditLog.Entry.of(dossier, "AMBTSHALVE_GESTART", "%s startte een ambtshalve intrekking op grond van %s: %s. %s".formatted(
                currentActor.get().name(), ground.code(), ground.name().toLowerCase(java.util.Locale.ROOT), duty.get("uitleg"))).because(request.evidence().strip()));
        dossiers.link(dossier, recognition.dossier(), "Ambtshalve intrekking van deze erkenning");
        sources.ask(dossier);
        Map<String, Object> variables = new HashMap<>(ExOfficioModel.HEARING.with(hearing));
        variables.putAll(ExOfficioModel.COMMITTEE.with(ground.committee()));
        variables.putAll(ExOfficioModel.PROOF_AWAITED.with(ground.awaitsProof()));
        processes.start(ExOfficioModel.PROCESS, dossier, variables);
        return dossier;
    }
}
