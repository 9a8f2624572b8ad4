package be.dossierwerk.withdrawal;

import be.dossierwerk.deposit.DepositEnd;

/**
 * A ground of a withdrawal ex officio as it holds on a day (procedures.md 1.3). {@code bound} with {@code factsUndisputed}: informed, not heard;
 * {@code awaitsProof}: who says that it is put right gets a term to prove it.
 */
public record ExOfficioGround(String code, String name, String article, String evidence, boolean bound, boolean factsUndisputed, boolean committee,
                              boolean awaitsProof, DepositEnd depositEnd, String source) {

    public static final String INACTIVE = "AMB-INACT";
    public static final String ARREARS = "AMB-ARR";
    public static final String CEASED = "AMB-FAIL";
    public static final String MERGED = "AMB-FUSIE";
}
