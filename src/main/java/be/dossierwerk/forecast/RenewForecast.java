package be.dossierwerk.forecast;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Makes the chances anew and tests them against earlier months; every night, and when asked. Not one transaction: that it runs must be seen by others. */
@Service
public class RenewForecast {

    private final ForecastWork work;
    private final ForecastRuns runs;
    private final CurrentActor currentActor;
    private final Clock clock;

    RenewForecast(ForecastWork work, ForecastRuns runs, CurrentActor currentActor, Clock clock) {
        this.work = work;
        this.runs = runs;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Returns at once. @throws Refused security.role-missing, forecast.busy */
    public void renew() {
        Actor by = currentActor.require(Roles.HEAD, Roles.MANAGER, Roles.TEAM_LEAD);
        if (runs.busy()) {
            throw new Refused("forecast.busy");
        }
        LocalDate day = LocalDate.now(clock);
        work.begin(runs.begin(day, by.name(), ForecastWork.SEED), day);
    }

    @Scheduled(cron = "${dossierwerk.forecast.cron:0 15 3 * * *}", zone = "Europe/Brussels")
    void everyNight() {
        if (!runs.busy()) {
            LocalDate day = LocalDate.now(clock);
            work.run(runs.begin(day, Actor.SYSTEM.name(), ForecastWork.SEED), day);
        }
    }
}
