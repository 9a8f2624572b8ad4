package be.dossierwerk.demo;

import java.time.LocalDate;
import java.util.List;

/** A part of the demo data; each gives one bean. */
interface DemoPart {

    /** Lived on the moved clock among the lives of the applications, until today. */
    default List<Life> lives(LocalDate today) {
        return List.of();
    }

    /** What is filed and done today, when all lives were lived. */
    default void ofToday() { }
}
