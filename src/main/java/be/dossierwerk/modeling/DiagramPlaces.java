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
}
