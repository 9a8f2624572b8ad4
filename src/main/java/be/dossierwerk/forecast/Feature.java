package be.dossierwerk.forecast;

/** What a chance may follow from, beside the days that are left. */
enum Feature {
    FASE, SOORT, KANAAL, WERKLAST;

    /** What the dossier shows of it on that morning. */
    String of(Course course, Course.Morning morning, Workload workload) {
        return switch (this) {
            case FASE -> morning.stage().code();
            case SOORT -> course.kind();
            case KANAAL -> course.channel();
            case WERKLAST -> workload.on(morning.day()).name();
        };
    }
}
