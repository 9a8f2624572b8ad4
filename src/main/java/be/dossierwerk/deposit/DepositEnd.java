package be.dossierwerk.deposit;

/** How it ended with the undertaking; the table {@code waarborg-bestemming} knows each by its Dutch code (procedures.md D6). */
public enum DepositEnd {
    REFUSED("GEWEIGERD"), NO_FOLLOW_UP("ZONDER_GEVOLG"), VOLUNTARY("VRIJWILLIG"), NON_COMPLIANCE("NIET_NALEVING"), BANKRUPTCY("FAILLISSEMENT");

    private final String code;

    DepositEnd(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
