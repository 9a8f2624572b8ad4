package be.dossierwerk.deadline;

import org.springframework.stereotype.Component;

/** The calendar in its latest version, for who plans and does not count a legal term. */
@Component
public class WorkingCalendar {

    private final Ledger ledger;

    WorkingCalendar(Ledger ledger) {
        this.ledger = ledger;
    }

    public BelgianCalendar latest() {
        return ledger.calendars().latest();
    }
}
