package be.dossierwerk.diagrams;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/** What the eye sees of a diagram: boxes, labels and lines. */
final class Drawing {

    record Box(BaseElement element, double left, double top, double right, double bottom) {

        boolean overlaps(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        boolean contains(Box other) {
            return left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom;
        }

        double middle() {
            return (left + right) / 2;
        }

        @Override
        public String toString() {
            return element.getId();
        }
    }

    /** A straight piece of a flow. */
    record Piece(SequenceFlow flow, double x1, double y1, double x2, double y2) {

        boolean isOrthogonal() {
            return x1 == x2 || y1 == y2;
        }

        boolean meets(Piece other) {
            return Math.min(x1, x2) <= Math.max(other.x1, other.x2) && Math.min(other.x1, other.x2) <= Math.max(x1, x2)
                    && Math.min(y1, y2) <= Math.max(other.y1, other.y2) && Math.min(other.y1, other.y2) <= Math.max(y1, y2);
        }

        /** True when the piece runs through the box; touching its side is docking. */
        boolean enters(Box box) {
            return y1 == y2 ? y1 > box.top && y1 < box.bottom && Math.min(x1, x2) < box.right && Math.max(x1, x2) > box.left
                    : x1 > box.left && x1 < box.right && Math.min(y1, y2) < box.bottom && Math.max(y1, y2) > box.top;
        }

        @Override
        public String toString() {
            return flow.getId() + " (" + x1 + "," + y1 + ")-(" + x2 + "," + y2 + ")";
        }
    }

    final Map<String, Box> boxes = new TreeMap<>();
    final List<Box> labels = new ArrayList<>();
    final Map<String, List<Piece>> lines = new TreeMap<>();

    Drawing(BpmnModelInstance model) {
        for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
            if (node.getDiagramElement() instanceof BpmnShape shape) {
                boxes.put(node.getId(), box(node, shape.getBounds()));
                label(node, shape.getBpmnLabel());
            }
        }
        for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
            BpmnEdge edge = flow.getDiagramElement();
            if (edge != null) {
                List<Waypoint> points = new ArrayList<>(edge.getWaypoints());
                List<Piece> pieces = new ArrayList<>();
                for (int i = 1; i < points.size(); i++) {
                    pieces.add(new Piece(flow, points.get(i - 1).getX(), points.get(i - 1).getY(), points.get(i).getX(), points.get(i).getY()));
                }
                lines.put(flow.getId(), pieces);
                label(flow, edge.getBpmnLabel());
            }
        }
    }

    List<Piece> pieces() {
        return lines.values().stream().flatMap(List::stream).toList();
    }

    /** True when one box may lie on the other: a sub-process around its content, a boundary event on its host. */
    boolean belongTogether(Box one, Box other) {
        return isWithin(one.element(), other.element()) || isWithin(other.element(), one.element())
                || isOn(one.element(), other.element()) || isOn(other.element(), one.element());
    }

    static boolean isWithin(BaseElement inner, BaseElement outer) {
        for (var at = inner.getParentElement(); at != null; at = at.getParentElement()) {
            if (at.equals(outer)) {
                return true;
            }
        }
        return false;
    }

    static Map<String, Path> files() {
        Map<String, Path> files = new TreeMap<>();
        try (var paths = Files.walk(Path.of("bpmn"))) {
            paths.filter(path -> path.toString().endsWith(".bpmn")).sorted(Comparator.naturalOrder())
                    .forEach(path -> files.put(path.getFileName().toString(), path));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return files;
    }

    private static boolean isOn(BaseElement event, BaseElement host) {
        return event instanceof BoundaryEvent boundary && boundary.getAttachedTo().equals(host);
    }

    private void label(BaseElement element, BpmnLabel label) {
        if (label != null && label.getBounds() != null) {
            labels.add(box(element, label.getBounds()));
        }
    }

    private static Box box(BaseElement element, Bounds bounds) {
        return new Box(element, bounds.getX(), bounds.getY(), bounds.getX() + bounds.getWidth(), bounds.getY() + bounds.getHeight());
    }
}
