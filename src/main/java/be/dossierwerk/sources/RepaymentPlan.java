package be.dossierwerk.sources;

/** Whether there is a repayment plan for a debt, and whether it is respected; a respected one takes arrears away (procedures.md D3). */
public enum RepaymentPlan {
    GEEN, NAGELEEFD, NIET_NAGELEEFD
}
