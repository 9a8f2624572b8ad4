package be.dossierwerk.failedwork;

import be.dossierwerk.alert.HoldWarnings;
import be.dossierwerk.alert.Warning;
import be.dossierwerk.engine.FailedJobs;
import be.dossierwerk.engine.FailedJobs.FailedJob;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells team leaders and administrators once of a dossier with a step that does not succeed, as long as that is so. */
@Component
public class WarnOfFailedSteps {

    private static final String SUBJECT = "STORING";

    private final FailedJobs jobs;
    private final HoldWarnings warnings;

    WarnOfFailedSteps(FailedJobs jobs, HoldWarnings warnings) {
        this.jobs = jobs;
        this.warnings = warnings;
    }

    @Scheduled(initialDelay = 60, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    public void look() {
        Map<String, FailedJob> first = new LinkedHashMap<>();
        jobs.all().forEach(job -> first.putIfAbsent(ShowFailedSteps.chainOf(job), job));
        List<Warning> all = new ArrayList<>();
        first.forEach((dossier, job) -> List.of(Roles.TEAM_LEAD, Roles.MANAGER).forEach(role -> all.add(new Warning(dossier, 100,
                LocalDate.ofInstant(job.since(), MovableClock.BRUSSELS), role, null, "De stap \"%s\" lukt niet. Bij Storingen leest u wat er misging.".formatted(job.step())))));
        warnings.hold(SUBJECT, null, all);
    }
}
