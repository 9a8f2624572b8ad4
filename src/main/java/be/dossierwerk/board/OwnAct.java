package be.dossierwerk.board;

/**
 * What our own procedures know of, and the event of the yearly table that each is (history README, "Events"; ADR 0032). Events of one day stand in this order.
 * Our procedures have no ADMISSIBLE, SETTLED, TREATED, ASSESSED, CALL_LAUNCHED, CALL_CLOSED, PERIOD_OPENED and EMPLOYMENT_STARTED, and no RECOVERY_PROPOSED:
 * the inspectorate proposes that in its own files.
 */
enum OwnAct {

    /** Intake noted the day on which the file arrived. */
    RECEIVED("RECEIVED"),
    /** We opened an ex officio withdrawal ourselves. */
    OPENED("REGISTERED"),
    /** A report of the inspectorate, by its own day. */
    INSPECTED("INSPECTED"),
    /** The prosecutor leaves the offence to us: the term of the fine starts. */
    PROSECUTION_WAIVED("PROSECUTION_WAIVED"),
    /** The term to decide in starts: the last piece came in, as a person declared it or later corrected it. */
    COMPLETE("COMPLETE"),
    /** The secretariat put the file on the agenda; again after it was put off is not a second time. */
    PLACED("SENT_TO_COMMITTEE"),
    /** A pause of the ledger that stops the term to decide in; of a recognition also the time at the committee. */
    PAUSED("PAUSED"),
    /** An advice; putting off is none. */
    ADVISED("ADVICE_GIVEN"),
    /** The term went by without an advice: the file goes on, and there is no event but the end of the pause. */
    UNADVISED(null),
    RESUMED("RESUMED"),
    /** The handler found a fine not opportune and the file was closed. */
    NOT_OPPORTUNE("NOT_OPPORTUNE"),
    /** Checked, approved and laid before the signatory; of an infringement the file closed with its outcome. Sent back without signature: not decided. */
    DECIDED("DECIDED"),
    SIGNED("SIGNED"),
    /** From the day on which the decision left it is owed. */
    FINE_IMPOSED("FINE_IMPOSED"),
    APPEALED("APPEALED"),
    /** An infringement ended in a warning. */
    WARNED("WARNED"),
    /** The bank paid, by its own day, and did not send it back. */
    PAID("PAID"),
    /** The register was changed by this file, and that was not undone by a ruling. */
    WITHDRAWN("WITHDRAWN"),
    /** The applicant withdrew the file; what was decided and not notified fell with it. */
    CANCELLED("CANCELLED");

    private final String event;

    OwnAct(String event) {
        this.event = event;
    }

    /** Null for what is none. */
    String event() {
        return event;
    }
}
