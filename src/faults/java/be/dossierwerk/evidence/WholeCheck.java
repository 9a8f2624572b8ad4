package be.dossierwerk.evidence;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** All chains, seals and documents held against what was recorded, waited for. */
public final class WholeCheck {

    private WholeCheck() { }

    /** What does not agree, in words. */
    public static List<String> of(ApplicationContext product) {
        return product.getBean(CurrentActor.class).as(product.getBean(DemoPeople.class).actor("ann"), () -> product.getBean(CheckChains.class).check(true))
                .orElseThrow(() -> new IllegalStateException("another check goes on")).found().stream().map(String::valueOf).toList();
    }
}
