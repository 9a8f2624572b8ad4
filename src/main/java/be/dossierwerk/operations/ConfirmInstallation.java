package be.dossierwerk.operations;

import be.dossierwerk.shared.Installation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** At the start: a copy that the operator named by its identity sends again. A confirmation of an earlier copy that was left in the settings confirms nothing. */
@Component
class ConfirmInstallation {

    private static final Logger LOG = LoggerFactory.getLogger(ConfirmInstallation.class);

    private final Installation installation;
    private final String confirmed;

    ConfirmInstallation(Installation installation, @Value("${dossierwerk.installation:}") String confirmed) {
        this.installation = installation;
        this.confirmed = confirmed;
    }

    @EventListener(ApplicationReadyEvent.class)
    void confirm() {
        if (installation.maySend()) {
            return;
        }
        String identity = installation.identity();
        if (identity.equals(confirmed)) {
            installation.confirm();
            LOG.warn("The copy {} of the database was confirmed: letters and payments leave again", identity);
        } else {
            LOG.error("This is a copy of the database that sent the letters and payments: nothing leaves. Is the other one gone for good, and is known what left since the copy was made? "
                    + "Then start with dossierwerk.installation={}", identity);
        }
    }
}
