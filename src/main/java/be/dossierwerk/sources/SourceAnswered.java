package be.dossierwerk.sources;

/** A question of {@link AskLater} got its facts; published once, in the transaction that keeps them. {@code answer}: {@link SourceAnswers#get}. */
public record SourceAnswered(String dossier, String enterpriseNumber, Source source, long answer) { }
