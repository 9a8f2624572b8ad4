package be.dossierwerk.recovery;

import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Voucher lines with what each costs, in euro. Each line is rounded half up to the cent; the total is the sum of the rounded lines. */
public record Calculation(List<Line> lines, BigDecimal total) {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");
    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    /** The rates are null where the work is proven. */
    public record Line(VoucherLine facts, BigDecimal interventionRate, BigDecimal purchaseRate, BigDecimal intervention, BigDecimal purchase) {

        public BigDecimal amount() {
            return intervention.add(purchase);
        }
    }

    public Calculation {
        lines = List.copyOf(lines);
    }

    /** @throws Refused recovery.no-rate, with every month that has none: an unknown rate is never zero */
    static Calculation of(List<VoucherLine> facts, Function<YearMonth, Optional<VoucherRate>> rates) {
        List<Refused.Field> without = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            VoucherLine line = facts.get(i);
            Optional<VoucherRate> rate = rates.apply(line.month());
            if (line.proven()) {
                lines.add(new Line(line, null, null, NOTHING, NOTHING));
            } else if (rate.isEmpty()) {
                without.add(new Refused.Field("lines[" + i + "].month", "recovery.no-rate", MONTH.format(line.month())));
            } else {
                lines.add(new Line(line, rate.get().intervention(), rate.get().purchasePrice(),
                        times(line.vouchers(), rate.get().intervention()), times(line.vouchers(), rate.get().purchasePrice())));
            }
        }
        if (!without.isEmpty()) {
            throw new Refused("recovery.no-rate", without, without.stream().map(field -> (String) field.args()[0]).distinct().collect(Collectors.joining(", ")));
        }
        return new Calculation(lines, lines.stream().map(Line::amount).reduce(NOTHING, BigDecimal::add));
    }

    List<VoucherLine> facts() {
        return lines.stream().map(Line::facts).toList();
    }

    /** The oldest month of which something is recovered: its claim lapses first. */
    Optional<YearMonth> oldest() {
        return lines.stream().map(Line::facts).filter(line -> !line.proven()).map(VoucherLine::month).min(YearMonth::compareTo);
    }

    private static BigDecimal times(int vouchers, BigDecimal rate) {
        return rate.multiply(BigDecimal.valueOf(vouchers)).setScale(2, RoundingMode.HALF_UP);
    }
}
