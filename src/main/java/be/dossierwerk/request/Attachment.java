package be.dossierwerk.request;

/** A file that came with a complaint or a request. */
public record Attachment(String fileName, byte[] content) { }
