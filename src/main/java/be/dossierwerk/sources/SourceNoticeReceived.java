package be.dossierwerk.sources;

/** A source sent a notice about an undertaking that has a dossier; published once for each reference, in the transaction that keeps it. */
public record SourceNoticeReceived(long id, SourceNotice notice) { }
