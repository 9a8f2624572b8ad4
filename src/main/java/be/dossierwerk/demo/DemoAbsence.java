package be.dossierwerk.demo;

import be.dossierwerk.inbox.RecordAbsence;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The lawyer is away this week: her colleague has a list of her work. */
@Component
class DemoAbsence implements DemoPart {

    private static final int DAYS = 6;

    private final RecordAbsence recordAbsence;
    private final DemoPeople people;
    private final CurrentActor currentActor;
    private final Clock clock;

    DemoAbsence(RecordAbsence recordAbsence, DemoPeople people, CurrentActor currentActor, Clock clock) {
        this.recordAbsence = recordAbsence;
        this.people = people;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @Override
    public void ofToday() {
        LocalDate today = LocalDate.now(clock);
        currentActor.as(people.actor("tom"), () -> recordAbsence.record("joke", today, today.plusDays(DAYS), "mira"));
    }
}
