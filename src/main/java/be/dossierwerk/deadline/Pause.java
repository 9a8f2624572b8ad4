package be.dossierwerk.deadline;

import java.time.LocalDate;

/** The file waits for somebody else: the opening day still counts, the closing day does not; {@code closed} is null while it lasts. */
record Pause(LocalDate opened, LocalDate closed) {

    Pause {
        if (closed != null && closed.isBefore(opened)) {
            throw new IllegalArgumentException("pause closed before it was opened: " + opened + ".." + closed);
        }
    }
}
