package be.dossierwerk.infringement;

import be.dossierwerk.withdrawal.ConvertedToInfringement;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens the infringement file in the transaction that closes the ex officio file: both happen or neither does (procedures.md 1.3, 1.4). */
@Component
class FollowConversions {

    private final ReceiveInspectionReport receiveInspectionReport;

    FollowConversions(ReceiveInspectionReport receiveInspectionReport) {
        this.receiveInspectionReport = receiveInspectionReport;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void converted(ConvertedToInfringement event) {
        receiveInspectionReport.takeOver(event);
    }
}
