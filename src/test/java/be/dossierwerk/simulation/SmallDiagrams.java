package be.dossierwerk.simulation;

import be.dossierwerk.engine.DiagramSet;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import be.dossierwerk.shared.MovableClock;

/** Diagrams of a few steps, a year of arrivals and hand-made numbers for the tests of the simulation. */
final class SmallDiagrams {

    static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    static final LocalDate TO = LocalDate.of(2027, 1, 1);

    private SmallDiagrams() { }

    /** A process "p" of elements in one line each: {@code user A group}, {@code flow A B}, and the rest as it stands in BPMN. */
    static Map<String, Flowchart> of(String... lines) {
        return Flowchart.of(DiagramSet.of(Map.of("bpmn/p/p.bpmn", xml(lines).getBytes(StandardCharsets.UTF_8))));
    }

    static String xml(String... lines) {
        StringBuilder body = new StringBuilder();
        int flows = 0;
        for (String line : lines) {
            String[] word = line.split(" ");
            switch (word[0]) {
                case "start" -> body.append("<startEvent id='").append(word[1]).append("'/>");
                case "end" -> body.append("<endEvent id='").append(word[1]).append("'/>");
                case "terminate" -> body.append("<endEvent id='").append(word[1]).append("'><terminateEventDefinition/></endEvent>");
                case "user" -> body.append("<userTask id='").append(word[1]).append("' name='").append(word[1]).append("' c:candidateGroups='").append(word[2]).append("'/>");
                case "service" -> body.append("<serviceTask id='").append(word[1]).append("'/>");
                case "either" -> body.append("<exclusiveGateway id='").append(word[1]).append("' name='").append(word[1])
                        .append(word.length > 2 ? "' default='" + word[2] : "").append("'/>");
                case "both" -> body.append("<parallelGateway id='").append(word[1]).append("'/>");
                case "timer" -> body.append("<boundaryEvent id='").append(word[1]).append("' attachedToRef='").append(word[2]).append("'").append(word.length > 4 ? " cancelActivity='false'" : "")
                        .append("><timerEventDefinition><timeDate>${deadlines.endOf('").append(word[3]).append("', execution.processBusinessKey)}</timeDate></timerEventDefinition></boundaryEvent>");
                case "flow" -> body.append("<sequenceFlow id='").append(word.length > 3 ? word[3] : "f" + flows++).append("' sourceRef='").append(word[1]).append("' targetRef='").append(word[2]).append("'>")
                        .append(word.length > 4 ? "<conditionExpression>" + String.join(" ", Arrays.asList(word).subList(4, word.length)) + "</conditionExpression>" : "").append("</sequenceFlow>");
                default -> body.append(line);
            }
        }
        return "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:c='http://camunda.org/schema/1.0/bpmn'><process id='p' name='Proef'>" + body
                + "</process></definitions>";
    }

    static boolean weekday(LocalDate day) {
        return day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue();
    }

    static WorkTime time() {
        return World.timeOf(FROM, TO, SmallDiagrams::weekday);
    }

    /** So many dossiers on each weekday of the year at that time. */
    static List<History.Case> arrivals(int each, LocalTime at) {
        List<History.Case> cases = new ArrayList<>();
        for (LocalDate day = FROM; day.isBefore(TO); day = day.plusDays(1)) {
            for (int i = 0; weekday(day) && i < each; i++) {
                cases.add(arrival(day + "/" + i, LocalDateTime.of(day, at)));
            }
        }
        return cases;
    }

    static History.Case arrival(String dossier, LocalDateTime at) {
        return new History.Case(dossier, at.toLocalDate(), at.atZone(MovableClock.BRUSSELS).toInstant(), null, List.of());
    }

    static History history(List<History.Case> cases, History.Person... people) {
        return history(cases, List.of(), people);
    }

    static History history(List<History.Case> cases, List<History.Away> away, History.Person... people) {
        return new History("p", FROM, TO, cases, List.of(), List.of(people), away, List.of(), Map.of(), Set.of("Wait"));
    }

    static History.Person person(String id, String... groups) {
        return new History.Person(id, Set.of(groups));
    }

    /** Work of so many minutes, which nobody lets lie. */
    static Parameters work(Parameters parameters, String element, String group, double... minutes) {
        double[] often = new double[Math.max(Parameters.ENOUGH, minutes.length)];
        for (int i = 0; i < often.length; i++) {
            often[i] = minutes[i % minutes.length];
        }
        parameters.handling.put("p#" + element, new Empirical("h p#" + element, often));
        parameters.lying.put("p#" + element + " " + group, new Empirical("l p#" + element, new double[Parameters.ENOUGH]));
        return parameters;
    }

    static Replication.Result play(Map<String, Flowchart> charts, History history, Parameters parameters, Variant variant, long seed) {
        return new Replication(World.of(charts, charts, history, time(), parameters, variant), seed, 0).run();
    }
}
