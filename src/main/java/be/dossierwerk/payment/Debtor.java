package be.dossierwerk.payment;

import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.Iban;
import be.dossierwerk.shared.Refused;
import org.springframework.stereotype.Component;

/** The account from which the department pays. */
@Component
class Debtor {

    /** The example of the IBAN registry; no bank has it. */
    private static final String DEMO_IBAN = "BE68539007547034";

    /** {@code bic} may be null. */
    record Account(String name, String iban, String bic) { }

    private final PaymentSettings settings;
    private final DemoPeople demo;

    Debtor(PaymentSettings settings, DemoPeople demo) {
        this.settings = settings;
        this.demo = demo;
    }

    /** @throws Refused payment.debtor when no account is configured */
    Account account() {
        String iban = settings.debtorIban() == null || settings.debtorIban().isBlank() ? demo.present() ? DEMO_IBAN : null : settings.debtorIban();
        if (!Iban.isValid(iban)) {
            throw new Refused("payment.debtor");
        }
        return new Account(settings.debtorName(), Iban.parse(iban).compact(), settings.debtorBic() == null || settings.debtorBic().isBlank() ? null : settings.debtorBic());
    }
}
