package be.dossierwerk.withdrawal;

import org.springframework.stereotype.Service;

/** Does the work of batches that waits now, for who has the clock in hand; otherwise it is done in the background, every second. */
@Service
public class DoBatchWork {

    private final BatchWork work;

    DoBatchWork(BatchWork work) {
        this.work = work;
    }

    /** @return how many files were dealt with */
    public int doWaiting() {
        return work.run(Integer.MAX_VALUE);
    }
}
