package be.dossierwerk.activity;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/**
 * One file that was read: how many rows it has, which months it brought figures for, and which of those it replaced.
 * {@code rows} is {@code accepted} plus {@code rejected}.
 */
public record ActivityImport(long id, String fileName, String sha256, Instant receivedAt, String receivedByName, int rows, int accepted, int rejected,
                             List<YearMonth> months, List<YearMonth> replaced, Status status) {

    public enum Status { VOLLEDIG, GEDEELTELIJK, NIETS_AANVAARD }
}
