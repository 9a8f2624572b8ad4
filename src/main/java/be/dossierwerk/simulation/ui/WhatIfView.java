package be.dossierwerk.simulation.ui;

import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.PublishedDiagrams;
import be.dossierwerk.security.Roles;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** One person more, signing more often: what it would do, without a change of a diagram. */
@Route("wat-als")
@Menu(title = "menu.what-if", order = 85)
@RolesAllowed({Roles.MANAGER, Roles.TEAM_LEAD, Roles.HEAD, Roles.AUDITOR})
@StyleSheet("context://simulation.css")
class WhatIfView extends Div implements HasDynamicTitle {

    WhatIfView(Simulations simulations, PublishedDiagrams diagrams) {
        addClassName("dw-simulation-page");
        DiagramSet now = diagrams.current();
        add(new H1(getPageTitle()), new SimulationBoard(simulations, null, now, now));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("simulation.what-if.title");
    }
}
