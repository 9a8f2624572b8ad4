package be.dossierwerk.disposal.ui;

import be.dossierwerk.disposal.DecideRetentionChange;
import be.dossierwerk.disposal.DestroyMany;
import be.dossierwerk.disposal.DisposalMonitor;
import be.dossierwerk.disposal.DueDossiers;
import be.dossierwerk.disposal.ProposeForMany;
import be.dossierwerk.disposal.ProposeRetentionChange;
import be.dossierwerk.disposal.RejectDestruction;
import be.dossierwerk.disposal.RetentionRules;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which dossiers may be destroyed and what holds them back, the rules of retention, and whether what may go does go. The part stands in the address. */
@Route("bewaring")
@Menu(title = "menu.disposal", order = 96)
@RolesAllowed({Roles.HEAD, Roles.LAWYER, Roles.MANAGER, Roles.AUDITOR})
@StyleSheet("context://disposal.css")
class DisposalView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    /** What the parts ask and do. */
    record Services(DueDossiers due, ProposeForMany propose, DestroyMany destroy, RejectDestruction reject, RetentionRules rules,
                    ProposeRetentionChange proposeChange, DecideRetentionChange decideChange, DisposalMonitor monitor) { }

    private static final String PART = "deel";
    private static final String DUE = "dossiers";
    private static final String RULES = "regels";
    private static final String MONITOR = "opvolging";

    private final transient Services services;
    private final transient Actor actor;
    private final Map<String, Tab> tabOf = new LinkedHashMap<>();
    private final Tabs tabs = new Tabs();
    private final Div body = new Div();

    DisposalView(DueDossiers due, ProposeForMany propose, DestroyMany destroy, RejectDestruction reject, RetentionRules rules,
                 ProposeRetentionChange proposeChange, DecideRetentionChange decideChange, DisposalMonitor monitor, CurrentActor currentActor) {
        services = new Services(due, propose, destroy, reject, rules, proposeChange, decideChange, monitor);
        actor = currentActor.get();
        addClassName("dw-disposal");
        for (String part : new String[] {DUE, RULES, MONITOR}) {
            Tab tab = new Tab(getTranslation("disposal.part." + part));
            tabOf.put(part, tab);
            tabs.add(tab);
        }
        tabs.addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                String part = tabOf.entrySet().stream().filter(each -> each.getValue() == change.getSelectedTab()).map(Map.Entry::getKey).findFirst().orElse(DUE);
                getUI().ifPresent(ui -> ui.navigate(DisposalView.class, part.equals(DUE) ? QueryParameters.empty() : QueryParameters.of(PART, part)));
            }
        });
        add(new H1(getPageTitle()), tabs, body);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("disposal.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String part = event.getLocation().getQueryParameters().getSingleParameter(PART).filter(tabOf::containsKey).orElse(DUE);
        tabs.setSelectedTab(tabOf.get(part));
        body.removeAll();
        body.add(switch (part) {
            case RULES -> new RulesPanel(services, actor);
            case MONITOR -> new MonitorPanel(services.monitor());
            default -> new DuePanel(services, actor);
        });
    }
}
