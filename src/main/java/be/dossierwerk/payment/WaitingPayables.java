package be.dossierwerk.payment;

import java.util.List;

/** How many payments the next runs can take and how many a procedure holds back, with the oldest of both. */
public record WaitingPayables(int ready, int held, List<WaitingPayable> oldestReady, List<WaitingPayable> oldestHeld) {

    public WaitingPayables {
        oldestReady = List.copyOf(oldestReady);
        oldestHeld = List.copyOf(oldestHeld);
    }
}
