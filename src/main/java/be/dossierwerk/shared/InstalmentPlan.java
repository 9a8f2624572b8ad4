package be.dossierwerk.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Days and amounts, in euro, that the undertaking agreed to. What is paid fills the instalments in their order. */
public record InstalmentPlan(LocalDate agreedOn, String agreedByName, BigDecimal total, List<Instalment> instalments) {

    public record Instalment(LocalDate dueOn, BigDecimal amount) { }

    /** One instalment on a day: overdue when its day is past and not all of it is paid. */
    public record Item(LocalDate dueOn, BigDecimal amount, BigDecimal paid, boolean overdue) {

        public BigDecimal open() {
            return amount.subtract(paid);
        }
    }

    /** {@code uncovered}: what is owed beyond the plan, because the debt grew after it was agreed. */
    public record Standing(List<Item> items, BigDecimal uncovered) {

        /** What should have been paid by now and was not. */
        public BigDecimal overdue() {
            return items.stream().filter(Item::overdue).map(Item::open).reduce(new BigDecimal("0.00"), BigDecimal::add);
        }
    }

    public InstalmentPlan {
        instalments = List.copyOf(instalments);
    }

    /** Monthly instalments of one amount; the last takes the rounding. @throws IllegalArgumentException when an instalment would be less than a cent */
    public static List<Instalment> spread(BigDecimal balance, int count, LocalDate first) {
        BigDecimal each = balance.divide(BigDecimal.valueOf(count), 2, RoundingMode.DOWN);
        if (each.signum() <= 0) {
            throw new IllegalArgumentException("Less than a cent each: " + balance + " in " + count);
        }
        List<Instalment> instalments = new ArrayList<>();
        for (int i = 0; i < count - 1; i++) {
            instalments.add(new Instalment(first.plusMonths(i), each));
        }
        instalments.add(new Instalment(first.plusMonths(count - 1L), balance.subtract(each.multiply(BigDecimal.valueOf(count - 1L)))));
        return instalments;
    }

    /**
     * Days from today on, each later than the one before, and amounts that add up to what is owed.
     * @throws Refused shared.plan.wrong with a field for each wrong day or amount; shared.plan.sum
     */
    public static void check(List<Instalment> instalments, LocalDate today, BigDecimal due) {
        List<Refused.Field> wrong = new ArrayList<>();
        LocalDate earliest = today;
        for (int i = 0; i < instalments.size(); i++) {
            Instalment instalment = instalments.get(i);
            if (instalment.dueOn() == null || instalment.dueOn().isBefore(earliest)) {
                wrong.add(new Refused.Field("instalments[" + i + "].dueOn", "shared.plan.day"));
            } else {
                earliest = instalment.dueOn().plusDays(1);
            }
            if (!Euros.payable(instalment.amount())) {
                wrong.add(new Refused.Field("instalments[" + i + "].amount", "shared.plan.amount"));
            }
        }
        if (!wrong.isEmpty()) {
            throw new Refused("shared.plan.wrong", wrong, wrong.size());
        }
        BigDecimal sum = instalments.stream().map(Instalment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(due) != 0) {
            throw new Refused("shared.plan.sum", Euros.prose(sum), Euros.prose(due));
        }
    }

    /** {@code balance}: what is owed now, negative when too much was paid. */
    public Standing standing(BigDecimal balance, LocalDate today) {
        BigDecimal nothing = new BigDecimal("0.00");
        BigDecimal left = total.subtract(balance.max(nothing)).max(nothing);
        List<Item> items = new ArrayList<>();
        for (Instalment instalment : instalments) {
            BigDecimal paid = left.min(instalment.amount());
            items.add(new Item(instalment.dueOn(), instalment.amount(), paid,
                    instalment.dueOn().isBefore(today) && paid.compareTo(instalment.amount()) < 0));
            left = left.subtract(paid);
        }
        return new Standing(List.copyOf(items), balance.subtract(total).max(nothing));
    }
}
