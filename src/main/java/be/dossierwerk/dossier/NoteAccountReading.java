package be.dossierwerk.dossier;

import be.dossierwerk.deadline.AccountReadings;
import org.springframework.stereotype.Component;

/** The account of a term tells when what happened: of a sensitive dossier it is written down who reads it. */
@Component
class NoteAccountReading implements AccountReadings {

    private final RecordReading recordReading;

    NoteAccountReading(RecordReading recordReading) {
        this.recordReading = recordReading;
    }

    @Override
    public void read(String dossier) {
        recordReading.record(dossier, RecordReading.What.TERMIJN, "", null);
    }
}
