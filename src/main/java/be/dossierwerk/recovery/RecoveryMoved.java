package be.dossierwerk.recovery;

/** Something was booked, agreed or annulled in a recovery; published in its transaction. */
public record RecoveryMoved(String dossier, What what) {

    public enum What { BOOKED, PLAN, ANNULLED }
}
