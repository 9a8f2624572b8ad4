package be.dossierwerk.recognition;

/** How a recognition stands; the code is the one of the register (procedures.md 2.2). */
public enum RecognitionStatus {
    ERKEND, ERKEND_VOORWAARDELIJK, INGETROKKEN_VRIJWILLIG, INGETROKKEN_AMBTSHALVE, INGETROKKEN_INBREUK,
    /** The grant is suspended by a ruling. */
    GESCHORST,
    /** The grant fell away by a ruling. */
    VERNIETIGD;

    public boolean recognised() {
        return this == ERKEND || this == ERKEND_VOORWAARDELIJK;
    }

    /** Directors may not start again for three years (C08); a withdrawal on request bars nobody (art. 2nonies § 1 c, U6). */
    public boolean barsDirectors() {
        return this == INGETROKKEN_AMBTSHALVE || this == INGETROKKEN_INBREUK;
    }
}
