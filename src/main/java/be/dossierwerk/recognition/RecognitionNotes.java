package be.dossierwerk.recognition;

import be.dossierwerk.casework.CommitteeNotes;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The note of a recognition file, as the committee reads it. */
@Component
class RecognitionNotes implements CommitteeNotes {

    private final JdbcClient jdbc;

    RecognitionNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String process() {
        return RecognitionModel.PROCESS;
    }

    @Override
    public Optional<Note> of(String dossier) {
        return jdbc.sql("select outlook, note_facts, note_judgement from recognition where dossier = ? and outlook is not null").param(dossier)
                .query((row, i) -> new Note(row.getString(1), row.getString(2), row.getString(3))).optional();
    }
}
