package be.dossierwerk.withdrawal;

import be.dossierwerk.deposit.DepositEnd;
import java.math.BigDecimal;

/** What an ex officio file is about; debts in euro, {@code outlook} null until a reaction was judged. */
record ExOfficioFile(String dossier, String recognition, String enterpriseNumber, String ground, String period, String evidence, boolean fraud,
                     BigDecimal socialDebt, BigDecimal taxDebt, String successor, DepositEnd depositEnd, String hearing, boolean committee, String outlook,
                     String proofNote) { }
