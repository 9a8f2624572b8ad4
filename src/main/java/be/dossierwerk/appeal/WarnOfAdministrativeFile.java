package be.dossierwerk.appeal;

import be.dossierwerk.alert.HoldWarnings;
import be.dossierwerk.alert.Warning;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Warns the lawyers on day 45 and day 55 that the administrative file is not with the registry yet (procedures.md 1.10). */
@Service
public class WarnOfAdministrativeFile {

    static final String SUBJECT = "RVS_DOSSIER";
    private static final int LAST_DAYS = 5;

    private final Terms terms;
    private final HoldWarnings holdWarnings;
    private final AuditLog audit;
    private final Clock clock;

    WarnOfAdministrativeFile(Terms terms, HoldWarnings holdWarnings, AuditLog audit, Clock clock) {
        this.terms = terms;
        this.holdWarnings = holdWarnings;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void warn(String dossier) {
        LocalDate due = terms.due(dossier, BeroepRvSModel.FILE_TERM);
        if (due == null) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        boolean last = ChronoUnit.DAYS.between(today, due) <= LAST_DAYS;
        String sentence = "Het administratief dossier is nog niet neergelegd bij de Raad van State. De laatste dag is %s.".formatted(Dates.prose(due));
        audit.record(AuditLog.Entry.of(dossier, "NEERLEGGING_NADERT", sentence));
        holdWarnings.hold(SUBJECT, dossier, List.of(new Warning(dossier, last ? 90 : 75, today, Roles.LAWYER, null, sentence)));
    }

    /** It was filed, or the appeal ended. */
    void settle(String dossier) {
        holdWarnings.hold(SUBJECT, dossier, List.of());
    }
}
