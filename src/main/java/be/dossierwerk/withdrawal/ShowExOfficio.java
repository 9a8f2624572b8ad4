package be.dossierwerk.withdrawal;

import be.dossierwerk.recognition.Recognitions;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an ex officio file is about, for its part of the dossier page. */
@Service
public class ShowExOfficio {

    /** Debts in euro; {@code heard}: asked to react first, otherwise only told; {@code batch}: null for a file that stands alone. */
    public record Sheet(String recognitionNumber, ExOfficioGround ground, String period, String evidence, boolean fraud, BigDecimal socialDebt, BigDecimal taxDebt,
                        String successor, boolean heard, boolean committee, String proofNote, BatchOf batch) { }

    /** {@code takenOut}: why the file left the batch, null while it is in it. */
    public record BatchOf(long id, LocalDate firstMonth, LocalDate lastMonth, String takenOut) { }

    private final ExOfficioFiles files;
    private final ExOfficioGrounds grounds;
    private final Recognitions recognitions;
    private final JdbcClient jdbc;
    private final Clock clock;

    ShowExOfficio(ExOfficioFiles files, ExOfficioGrounds grounds, Recognitions recognitions, JdbcClient jdbc, Clock clock) {
        this.files = files;
        this.grounds = grounds;
        this.recognitions = recognitions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Empty for a dossier of another procedure. */
    @Transactional(readOnly = true)
    public Optional<Sheet> show(String dossier) {
        return files.find(dossier).map(file -> new Sheet(recognitions.of(file.recognition()).recognitionNumber(),
                grounds.find(file.ground(), LocalDate.now(clock)).orElseThrow(), file.period(), file.evidence(), file.fraud(), file.socialDebt(), file.taxDebt(),
                file.successor(), file.hearing().equals("HOREN"), file.committee(), file.proofNote(), batch(dossier)));
    }

    private BatchOf batch(String dossier) {
        return jdbc.sql("""
                select b.id, b.first_month, b.last_month, i.taken_out_reason from withdrawal_batch_item i join withdrawal_batch b on b.id = i.batch
                where i.dossier = ?""").param(dossier)
                .query((row, n) -> new BatchOf(row.getLong(1), row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class), row.getString(4)))
                .optional().orElse(null);
    }
}
