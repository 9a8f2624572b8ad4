package be.dossierwerk.export;

import be.dossierwerk.security.CurrentActor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Says beforehand how much an export would hold. */
@Service
public class CountLog {

    private final ReadLog readLog;
    private final CurrentActor currentActor;

    CountLog(ReadLog readLog, CurrentActor currentActor) {
        this.readLog = readLog;
        this.currentActor = currentActor;
    }

    /** @throws be.dossierwerk.shared.Refused security.role-missing */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public LogCounts count(LogFilter filter) {
        currentActor.require(StartExport.EXPORTERS);
        return readLog.counts(filter);
    }
}
