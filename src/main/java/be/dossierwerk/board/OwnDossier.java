package be.dossierwerk.board;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What our own tables say of one dossier, and what the board counts of it (ADR 0032). Days and no hours: that is what its norms ask.
 * {@code variant}: the kind of application or the reason of a request, null where the procedure says all; {@code groupFile}: null for a file of its own.
 */
record OwnDossier(String number, long seq, String procedure, String variant, String source, String undertaking, String groupFile, LocalDate receivedOn, LocalDate closedOn,
        String outcome, List<Fact> facts) {

    /** {@code until}: the end of a pause, null for one that goes on; {@code amount}: in euro, or null. */
    record Fact(OwnAct act, LocalDate on, LocalDate until, BigDecimal amount) {

        static Fact of(OwnAct act, LocalDate on) {
            return new Fact(act, on, null, null);
        }
    }

    /** {@code amount} in euro, or null. */
    record Event(OwnAct act, LocalDate on, BigDecimal amount) { }

    private record Pause(LocalDate from, LocalDate until) {

        boolean empty() {
            return until != null && !until.isAfter(from);
        }

        boolean reaches(Pause later) {
            return until == null || !later.from.isAfter(until);
        }

        Pause and(Pause later) {
            return new Pause(from, until == null || later.until == null ? null : until.isAfter(later.until) ? until : later.until);
        }
    }

    private static final Map<String, String> MEASURES = Map.of("erkenning", "DC", "intrekking-vrijwillig", "DC", "intrekking-ambtshalve", "DC", "inbreukdossier", "DC",
            "opleiding-goedkeuring", "OFDC", "opleiding-terugbetaling", "OFDC", "administratieve-geldboete", "AG");
    private static final Set<String> CANCELLED = Set.of("INGETROKKEN_DOOR_AANVRAGER", "VERZOEK_INGETROKKEN");
    private static final Set<OwnAct> FALLS_WITH_REQUEST = Set.of(OwnAct.DECIDED, OwnAct.SIGNED);

    /** Of which the board has something to count; the group file of trainings is none, its trainings are. */
    static Set<String> procedures() {
        return MEASURES.keySet();
    }

    String measure() {
        return MEASURES.get(procedure);
    }

    String kind() {
        return switch (procedure) {
            case "erkenning" -> "EERSTE".equals(variant) ? "FIRST" : "FOLLOW_UP";
            case "intrekking-vrijwillig" -> "FUSIE_OVERNAME".equals(variant) ? "MERGER" : "VOLUNTARY";
            case "intrekking-ambtshalve" -> "EX_OFFICIO";
            case "inbreukdossier" -> "INFRINGEMENT";
            case "opleiding-goedkeuring" -> "APPROVAL";
            case "opleiding-terugbetaling" -> "REFUND";
            default -> "PJ";
        };
    }

    /** An official report comes by post, also when we note it ourselves. */
    String channel() {
        return switch (source) {
            case "PORTAAL" -> "ONLINE";
            case "AMBTSHALVE", "VSI", "KLACHT" -> procedure.equals("administratieve-geldboete") ? "PAPER" : "EX_OFFICIO";
            default -> "PAPER";
        };
    }

    /** In the order in which they happened; each once. */
    List<Event> events() {
        boolean cancelled = closedOn != null && CANCELLED.contains(outcome);
        List<Event> all = new ArrayList<>();
        all.add(new Event(procedure.equals("intrekking-ambtshalve") ? OwnAct.OPENED : OwnAct.RECEIVED, receivedOn, null));
        Map<Event, BigDecimal> money = new LinkedHashMap<>();
        List<Pause> waits = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact.act == OwnAct.PAUSED) {
                waits.add(new Pause(fact.on, fact.until));
            } else if (fact.act != OwnAct.PLACED && fact.act.event() != null && !(cancelled && FALLS_WITH_REQUEST.contains(fact.act))) {
                Event event = new Event(fact.act, fact.on, null);
                if (fact.amount == null) {
                    all.add(event);
                } else {
                    // What was paid in two parts on one day is one payment of both.
                    money.merge(event, fact.amount, BigDecimal::add);
                }
            }
        }
        money.forEach((event, amount) -> all.add(new Event(event.act, event.on, amount)));
        List<Pause> atCommittee = committee();
        atCommittee.forEach(round -> all.add(new Event(OwnAct.PLACED, round.from, null)));
        if (procedure.equals("erkenning")) {
            waits.addAll(atCommittee);
        }
        for (Pause pause : merged(waits)) {
            all.add(new Event(OwnAct.PAUSED, pause.from, null));
            if (pause.until != null) {
                all.add(new Event(OwnAct.RESUMED, pause.until, null));
            }
        }
        if (cancelled) {
            all.add(new Event(OwnAct.CANCELLED, closedOn, null));
        }
        return all.stream().distinct().sorted(Comparator.comparing(Event::on).thenComparing(Event::act)).toList();
    }

    /** From the first time on the agenda up to the advice, or to the day on which the file went on without. */
    private List<Pause> committee() {
        List<Fact> course = facts.stream().filter(fact -> fact.act == OwnAct.PLACED || fact.act == OwnAct.ADVISED || fact.act == OwnAct.UNADVISED)
                .sorted(Comparator.comparing(Fact::on).thenComparing(Fact::act)).toList();
        List<Pause> rounds = new ArrayList<>();
        LocalDate since = null;
        int datedBefore = 0;
        for (Fact fact : course) {
            if (fact.act != OwnAct.PLACED) {
                if (since == null) {
                    datedBefore++;
                } else {
                    rounds.add(new Pause(since, fact.on));
                }
                since = null;
            } else if (datedBefore > 0) {
                // The advice was given a day before somebody put the file on the agenda.
                datedBefore--;
                rounds.add(new Pause(fact.on, fact.on));
            } else if (since == null) {
                since = fact.on;
            }
        }
        if (since != null) {
            rounds.add(new Pause(since, null));
        }
        return rounds;
    }

    /** What overlaps or follows at once is one; what ended on the day it began is none. */
    private static List<Pause> merged(List<Pause> pauses) {
        List<Pause> all = new ArrayList<>();
        for (Pause next : pauses.stream().filter(pause -> !pause.empty()).sorted(Comparator.comparing(Pause::from)).toList()) {
            int last = all.size() - 1;
            if (last >= 0 && all.get(last).reaches(next)) {
                all.set(last, all.get(last).and(next));
            } else {
                all.add(next);
            }
        }
        return all;
    }
}
