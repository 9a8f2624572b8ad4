package be.dossierwerk.training;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One training as it stands. {@code file}: the group dossier, or its own dossier when it was filed alone; {@code price} in euro, may be null;
 * {@code eligibleFrom}: the day of filing; {@code validTo}: null when the approval has no end. What a person found out is null until then.
 */
public record Training(String dossier, String file, int position, String title, TrainingTheme theme, TrainingKind kind, String goal, String content, String method,
                       String audience, BigDecimal hours, int maxParticipants, String trainer, String experience, String providerNumber, String providerName,
                       String qualityNumber, BigDecimal price, String language, LocalDate eligibleFrom, TrainingStatus status, Boolean topicFits, LocalDate registeredFrom,
                       LocalDate registeredTo, String registration, String findings, String outlook, LocalDate approvedOn, LocalDate validTo) {

    public boolean inGroup() {
        return !file.equals(dossier);
    }

    /** Who gives the training needs a quality registration when that is no recognised undertaking with its own workers; {@code applicant}: ERKENDE_ONDERNEMING or VERSTREKKER. */
    boolean registrationNeeded(String applicant) {
        return kind == TrainingKind.EXTERN || applicant.equals("VERSTREKKER");
    }
}
