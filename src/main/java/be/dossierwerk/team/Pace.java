package be.dossierwerk.team;

/** How much somebody finished lately: tasks done in so many working days at work. */
public record Pace(int done, int days) {

    /** Calendar days that are looked back upon. */
    static final int LOOKED_BACK_DAYS = 28;

    /** With fewer tasks, one task more or less would say something else. */
    private static final int ENOUGH = 5;

    public boolean known() {
        return done >= ENOUGH && days > 0;
    }

    public double perDay() {
        return known() ? (double) done / days : 0;
    }
}
