package be.dossierwerk.audit.proof;

/** What a seal says of one chain: its last entry then. {@code sealedAt} for the sentence. */
public record SealedHead(long seal, String sealedAt, long seq, String head) { }
