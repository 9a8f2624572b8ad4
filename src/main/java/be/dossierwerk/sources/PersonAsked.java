package be.dossierwerk.sources;

import java.time.Instant;

/**
 * A question of {@link AskLater} needs a person, who answers it with {@link AnswerByHand}; published once, while the product keeps trying.
 *
 * @param since  when the question was put
 * @param reason what the source did last
 */
public record PersonAsked(String dossier, String enterpriseNumber, Source source, long question, Instant since, Unavailable reason) { }
