package be.dossierwerk.board;

/** In what the board goes out. */
public enum BoardFormat {
    CSV("csv", "text/csv;charset=UTF-8"),
    TEKST("txt", "text/plain;charset=UTF-8"),
    JSON("json", "application/json"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    PDF("pdf", "application/pdf");

    private final String extension;
    private final String contentType;

    BoardFormat(String extension, String contentType) {
        this.extension = extension;
        this.contentType = contentType;
    }

    public String extension() {
        return extension;
    }

    public String contentType() {
        return contentType;
    }

    /** A terminal can show it. */
    boolean readable() {
        return this == CSV || this == TEKST || this == JSON;
    }
}
