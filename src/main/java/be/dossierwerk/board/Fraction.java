package be.dossierwerk.board;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An exact number: parts of a change add up to it without anything lost. */
public record Fraction(BigInteger over, BigInteger under) implements Comparable<Fraction> {

    public static final Fraction ZERO = of(0, 1);

    public Fraction {
        if (under.signum() == 0) {
            throw new ArithmeticException("nothing to divide by");
        }
        BigInteger common = over.gcd(under).multiply(BigInteger.valueOf(under.signum()));
        over = over.divide(common);
        under = under.divide(common);
    }

    static Fraction of(long over, long under) {
        return new Fraction(BigInteger.valueOf(over), BigInteger.valueOf(under));
    }

    Fraction plus(Fraction other) {
        return new Fraction(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    Fraction minus(Fraction other) {
        return plus(other.negated());
    }

    Fraction times(Fraction other) {
        return new Fraction(over.multiply(other.over), under.multiply(other.under));
    }

    Fraction times(long factor) {
        return times(of(factor, 1));
    }

    Fraction negated() {
        return new Fraction(over.negate(), under);
    }

    /** Half of both. */
    static Fraction mean(Fraction one, Fraction other) {
        return one.plus(other).times(of(1, 2));
    }

    public int signum() {
        return over.signum();
    }

    /** Half goes away from zero, so that the opposite number is the opposite when printed. */
    public BigDecimal rounded(int places) {
        return new BigDecimal(over).divide(new BigDecimal(under), places, RoundingMode.HALF_UP);
    }

    /** Towards zero. */
    BigDecimal cut(int places) {
        return new BigDecimal(over).divide(new BigDecimal(under), places, RoundingMode.DOWN);
    }

    Fraction minus(BigDecimal other) {
        return minus(other.scale() >= 0 ? new Fraction(other.unscaledValue(), BigInteger.TEN.pow(other.scale())) : new Fraction(other.toBigIntegerExact(), BigInteger.ONE));
    }

    @Override
    public int compareTo(Fraction other) {
        return over.multiply(other.under).compareTo(other.over.multiply(under));
    }
}
