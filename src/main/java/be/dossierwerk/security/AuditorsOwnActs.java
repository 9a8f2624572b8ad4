package be.dossierwerk.security;

import java.util.Map;

/**
 * The one list of what an auditor who is nothing else may write, by use case and method, and why. Every other transaction of an auditor is read-only in
 * the database (ADR 0031); what stands here changes nothing of what was done in a dossier.
 */
final class AuditorsOwnActs {

    static final Map<String, String> WHY = Map.ofEntries(
            Map.entry("be.dossierwerk.sampling.DrawSample.draw", "a sample is the auditor's"),
            Map.entry("be.dossierwerk.sampling.KeepBundle.keep", "the bundles of a sample are the auditor's"),
            Map.entry("be.dossierwerk.sampling.KeepBundle.failed", "that a bundle could not be made"),
            Map.entry("be.dossierwerk.sampling.KeepBundle.tryAgain", "that it is to be made once more"),
            Map.entry("be.dossierwerk.sampling.SaveAnswer.save", "the auditor's answers"),
            Map.entry("be.dossierwerk.sampling.SaveFindingDraft.save", "the auditor's finding, not sent yet"),
            Map.entry("be.dossierwerk.sampling.RaiseFinding.raise", "a finding goes back to the dossier: told in its timeline, with an alert"),
            Map.entry("be.dossierwerk.sampling.CloseSample.close", "a sample is the auditor's"),
            Map.entry("be.dossierwerk.evidence.MakeEvidence.make", "that a bundle was made is told in the timeline"),
            Map.entry("be.dossierwerk.export.StartExport.start", "that an export was made is recorded"),
            Map.entry("be.dossierwerk.export.PrintDossier.print", "that a dossier was printed is told in the timeline"),
            Map.entry("be.dossierwerk.clockcheck.Findings.record", "a check that is done again at any time"),
            Map.entry("be.dossierwerk.dossier.RecordReading.record", "that the auditor read is written down"),
            Map.entry("be.dossierwerk.alert.MyAlerts.read", "which of the auditor's own messages were read"),
            Map.entry("be.dossierwerk.alert.MyAlerts.readAll", "which of the auditor's own messages were read"),
            Map.entry("be.dossierwerk.inbox.Colleagues.signedIn", "that the auditor signed in, and with which roles"));

    private AuditorsOwnActs() { }

    /** {@code transaction}: class and method, as Spring names a transaction; null for one without a name. */
    static boolean contains(String transaction) {
        return transaction != null && WHY.containsKey(transaction);
    }
}
