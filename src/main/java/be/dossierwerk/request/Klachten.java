package be.dossierwerk.request;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The complaints as they stand; for the dossier page and the procedure. */
@Service
public class Klachten {

    /** {@code admissible} is null until a person decided, {@code judgement} until an answer was drafted. */
    public record Klacht(String dossier, boolean anonymous, LocalDate happenedOn, String told, Boolean admissible, KlachtRefusal refusal, String explanation,
                         String findings, String heard, KlachtJudgement judgement, String reasons, String measures, String drafter, String drafterName,
                         String remark) { }

    private final JdbcClient jdbc;

    Klachten(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty for a dossier of another procedure. */
    public Optional<Klacht> find(String dossier) {
        return jdbc.sql("""
                select dossier, anonymous, happened_on, told, admissible, refusal, explanation, findings, heard, judgement, reasons, measures, drafter,
                       drafter_name, remark from klacht where dossier = ?""").param(dossier).query(Klacht.class).optional();
    }

    Klacht get(String dossier) {
        return find(dossier).orElseThrow(() -> new IllegalStateException("no complaint in " + dossier));
    }

    /** Somebody who gave no name and address gets no letters. */
    boolean canBeWrittenTo(String dossier) {
        return find(dossier).map(klacht -> !klacht.anonymous()).orElse(true);
    }
}
