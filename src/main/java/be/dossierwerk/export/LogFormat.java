package be.dossierwerk.export;

/** The forms that a log of events can have, each with the end of its file's name. */
public enum LogFormat {

    /** IEEE 1849-2016: one trace a dossier. */
    XES("xes", "application/xml"),
    /** OCEL 2.0: events with all the things they were about. */
    OCEL("json", "application/json"),
    /** Tables for a spreadsheet or a database, with what each field means. */
    CSV("zip", "application/zip");

    private final String extension;
    private final String mediaType;

    LogFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }
}
