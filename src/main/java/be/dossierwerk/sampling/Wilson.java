package be.dossierwerk.sampling;

/** The interval of Wilson (1927) around a share that was counted in a sample; also right for few dossiers and for none or all of them. */
public record Wilson(double share, double low, double high) {

    private static final double Z_95 = 1.959963984540054;

    /** @return null when nothing was counted */
    public static Wilson of(int hits, int counted) {
        if (counted == 0) {
            return null;
        }
        double share = (double) hits / counted;
        double square = Z_95 * Z_95;
        double middle = (share + square / (2 * counted)) / (1 + square / counted);
        double half = Z_95 / (1 + square / counted) * Math.sqrt(share * (1 - share) / counted + square / (4.0 * counted * counted));
        return new Wilson(share, Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
