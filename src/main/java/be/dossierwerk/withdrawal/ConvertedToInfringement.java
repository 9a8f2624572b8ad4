package be.dossierwerk.withdrawal;

/**
 * An ex officio file goes on as an infringement file; published once, in the transaction that closes it. {@code dossier}: the file that was
 * closed; {@code recognition}: the dossier in which it was granted; {@code reason}: Dutch prose of the handler.
 */
public record ConvertedToInfringement(String dossier, String recognition, String enterpriseNumber, String reason) { }
