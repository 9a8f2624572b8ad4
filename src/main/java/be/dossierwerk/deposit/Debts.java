package be.dossierwerk.deposit;

import java.math.BigDecimal;

/** What the undertaking owes when its deposit is settled, in euro; zero where it owes nothing. */
public record Debts(BigDecimal socialSecurity, BigDecimal department, BigDecimal tax) {

    public static final Debts NONE = new Debts(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    BigDecimal to(Beneficiary creditor) {
        return switch (creditor) {
            case RSZ -> socialSecurity;
            case DEPARTEMENT -> department;
            case FISCUS -> tax;
            default -> throw new IllegalArgumentException(creditor + " is no creditor");
        };
    }
}
