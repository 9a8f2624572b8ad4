package be.dossierwerk.team;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** An open task as the team leader sees it. {@code holder}: null while nobody has it; {@code dueOn}: null without a last day. */
public record Card(String taskId, String dossier, String subject, String taskName, String termRule, String termName, LocalDate dueOn, LocalDate pausedSince,
                   String holder, String holderName) {

    /** Calendar days, negative when late, null without a last day. */
    public Integer daysLeft(LocalDate today) {
        return dueOn == null ? null : (int) ChronoUnit.DAYS.between(today, dueOn);
    }
}
