package be.dossierwerk.modeling;

import be.dossierwerk.engine.Processes;
import be.dossierwerk.engine.Processes.Place;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows the diagrams of a dossier with the places where it stands and stood. */
@org.springframework.stereotype.Component
public class DiagramPlaces {

    private final Processes processes;

    DiagramPlaces(Processes processes) {
        this.processes = processes;
    }

    /** The main diagram and its building blocks, one at a time, with the same said in words; a sentence when no procedure runs or ran. */
    public Component of(String dossier) {
        Map<String, List<Place>> visited = processes.places(dossier).stream()
                .collect(Collectors.groupingBy(Place::process, LinkedHashMap::new, Collectors.toList()));
        if (visited.isEmpty()) {
            return new Paragraph(I18NProvider.translate("modeling.no-procedure"));
        }
        Map<String, String> drawings = new LinkedHashMap<>();
        Map<String, DiagramOutline> outlines = new LinkedHashMap<>();
        visited.keySet().forEach(process -> {
            drawings.put(process, processes.diagram(process));
            outlines.put(process, DiagramOutline.of(process, drawings.get(process)));
        });
        return new DiagramViewer(DiagramOutline.inOrder(outlines), drawings, outlines, visited);
    }

    /**
     * The diagrams as they were, with the places of a moment; {@code deployments}: of each process that is to be chosen from, the version that holds then.
     * {@code shown}: what this gave before, or null; the same again where only the places differ, and then the drawing stays and its tokens move.
     * {@code follows}: the process that is opened.
     */
    public Component then(Component shown, Map<String, String> deployments, List<Place> places, String follows) {
        Map<String, List<Place>> visited = new LinkedHashMap<>();
        deployments.keySet().forEach(process -> visited.put(process, places.stream().filter(place -> place.process().equals(process)).toList()));
        if (visited.isEmpty()) {
            return new Paragraph(I18NProvider.translate("modeling.no-procedure"));
        }
        Map<String, String> drawings = new LinkedHashMap<>();
        deployments.forEach((process, deployment) -> drawings.put(process, processes.diagram(process, deployment)));
        if (shown instanceof DiagramViewer viewer && viewer.shows(drawings)) {
            viewer.move(visited, follows);
            return viewer;
        }
        Map<String, DiagramOutline> outlines = new LinkedHashMap<>();
        drawings.forEach((process, drawing) -> outlines.put(process, DiagramOutline.of(process, drawing)));
        DiagramViewer viewer = new DiagramViewer(DiagramOutline.inOrder(outlines), drawings, outlines, visited);
        viewer.move(visited, follows);
        return viewer;
    }
}
