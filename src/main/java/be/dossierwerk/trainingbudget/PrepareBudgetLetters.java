package be.dossierwerk.trainingbudget;

import be.dossierwerk.audit.AuditLog;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the letters of a recorded budget ready; they are made and sent in the background. */
@Service
public class PrepareBudgetLetters {

    private final BudgetVersions versions;
    private final BudgetLetters letters;
    private final AuditLog audit;

    PrepareBudgetLetters(BudgetVersions versions, BudgetLetters letters, AuditLog audit) {
        this.versions = versions;
        this.letters = letters;
        this.audit = audit;
    }

    @Transactional
    public void prepare(String dossier) {
        int ready = letters.queue(versions.year(dossier).orElseThrow());
        audit.record(AuditLog.Entry.of(dossier, "BUDGETBRIEVEN_KLAARGEZET", "Voor %s werd een brief over het opleidingsbudget klaargezet.".formatted(ShareWords.counted(ready, "onderneming", "ondernemingen"))));
    }
}
