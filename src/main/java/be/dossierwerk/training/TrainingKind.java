package be.dossierwerk.training;

/** How a training is given (procedures.md 1.9). */
public enum TrainingKind {
    /** By an employee of the undertaking, without vouchers. */
    INTERN("intern"),
    /** By somebody else, without vouchers. */
    EXTERN("extern"),
    /** During voucher work with a user. */
    TERREIN("op het terrein");

    private final String words;

    TrainingKind(String words) {
        this.words = words;
    }

    /** As it stands inside a Dutch sentence. */
    public String inWords() {
        return words;
    }
}
