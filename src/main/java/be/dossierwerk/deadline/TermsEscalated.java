package be.dossierwerk.deadline;

import java.util.List;

/** Published in the transaction in which terms take steps of their ladders: who follows them up hears all of them at once. */
public record TermsEscalated(List<TermEscalated> steps) { }
