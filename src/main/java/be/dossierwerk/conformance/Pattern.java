package be.dossierwerk.conformance;

import be.dossierwerk.conformance.Norm.Asks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The shapes that norms have (ideas.md 11), each on what happened in one dossier. Pure. */
enum Pattern {

    /** Wherever {@code when} happened, one of {@code needs} is there as well, before or after. */
    BESTAAT {
        @Override
        Verdict of(Asks asks, Life life) {
            return each(asks, life, event -> any(life, asks.needs(), need -> need.concerns(event)) ? Optional.empty() : Optional.of(Deviation.of(event)));
        }
    },

    /** Before {@code when} one of {@code needs} happened; with {@code since}: after the last of those of the same decision. */
    VOORAF {
        @Override
        Verdict of(Asks asks, Life life) {
            return each(asks, life, event -> {
                Event since = life.events().stream().filter(one -> one.is(asks.since()) && one.concerns(event) && !one.after(event)).reduce((one, later) -> later).orElse(null);
                return any(life, asks.needs(), need -> need.concerns(event) && !need.after(event) && (since == null || !since.after(need)))
                        ? Optional.empty() : Optional.of(since == null ? Deviation.of(event) : Deviation.of(event, since));
            });
        }
    },

    /** Within {@code days} after {@code when}, the day itself not counted, one of {@code needs} happened. */
    BINNEN {
        @Override
        Verdict of(Asks asks, Life life) {
            return each(asks, life, event -> {
                LocalDate last = event.day().plusDays(asks.days());
                return !life.today().isAfter(last) || any(life, asks.needs(), need -> need.concerns(event) && !event.after(need) && !need.day().isAfter(last))
                        ? Optional.empty() : Optional.of(Deviation.of(event));
            });
        }
    },

    /** A term of these rules ends on its last day at the latest. */
    NIET_NA {
        @Override
        Verdict of(Asks asks, Life life) {
            List<Life.Term> terms = life.terms().stream().filter(term -> asks.terms().contains(term.rule())).toList();
            return new Verdict(!terms.isEmpty(), terms.stream().filter(term -> term.dueOn() != null && (term.stoppedOn() == null ? life.today() : term.stoppedOn()).isAfter(term.dueOn()))
                    .map(term -> new Deviation("termijn " + term.id(), term.dueOn(), null, null, term.name(), List.of(
                            new Event("TERMIJN", null, term.startedOn(), null, null, null, Set.of(), null, "De termijn \"" + term.name() + "\" begon."),
                            new Event("TERMIJN", null, term.dueOn(), null, null, null, Set.of(), null, "De laatste dag van de termijn \"" + term.name() + "\"."))))
                    .toList());
        }
    },

    /** Not before the last day of the latest such term is over; the next may begin on the very day. */
    NIET_VOOR_TERMIJN {
        @Override
        Verdict of(Asks asks, Life life) {
            return each(asks, life, event -> life.terms().stream().filter(term -> asks.terms().contains(term.rule()) && !term.startedOn().isAfter(event.day()))
                    .reduce((one, later) -> later.startedOn().isBefore(event.day()) ? later : one).filter(term -> term.dueOn() != null && !event.day().isAfter(term.dueOn())).map(term -> Deviation.of(event)));
        }
    },

    /** Two different things of {@code when}, of one decision or else one after the other, are never done by one person. */
    VIER_OGEN {
        @Override
        Verdict of(Asks asks, Life life) {
            List<Event> all = life.events().stream().filter(event -> event.is(asks.when()) && event.byPerson()).toList();
            List<Deviation> found = new ArrayList<>();
            for (Event event : all) {
                int place = place(asks, event);
                for (int other = 0; other < place; other++) {
                    List<String> code = List.of(asks.when().get(other));
                    all.stream().filter(one -> one.is(code) && (event.subject() == null ? !one.after(event) : event.subject().equals(one.subject())))
                            .reduce((one, later) -> later).filter(one -> one.actor().equals(event.actor())).ifPresent(one -> found.add(Deviation.of(event, one)));
                }
            }
            return new Verdict(all.size() > 1, found);
        }

        private int place(Asks asks, Event event) {
            int place = 0;
            while (!event.is(List.of(asks.when().get(place)))) {
                place++;
            }
            return place;
        }
    },

    /** Who did it held one of the roles: as the act itself tells, and as the chain of rights tells where it knows the person. */
    BEVOEGD {
        @Override
        Verdict of(Asks asks, Life life) {
            return each(asks, life, event -> {
                Set<String> known = life.rightsOf(event.actor(), event.at());
                boolean holds = event.seq() != null && event.roles().stream().anyMatch(asks.roles()::contains)
                        && (known == null || known.stream().anyMatch(asks.roles()::contains));
                return holds ? Optional.empty() : Optional.of(Deviation.of(event));
            });
        }
    },

    /** Nobody who is kept out of this dossier did any of {@code when}. */
    ONPARTIJDIG {
        @Override
        Verdict of(Asks asks, Life life) {
            return each(asks, life, event -> life.keptOut().contains(event.actor()) ? Optional.of(Deviation.of(event)) : Optional.empty());
        }
    },

    /** Once, unless one of {@code unless} undid it in between. */
    EENMAAL {
        @Override
        Verdict of(Asks asks, Life life) {
            List<Deviation> found = new ArrayList<>();
            Event before = null;
            boolean applied = false;
            for (Event event : life.events()) {
                if (event.is(asks.unless())) {
                    before = null;
                } else if (event.is(asks.when())) {
                    applied = true;
                    if (before != null) {
                        found.add(Deviation.of(event, before));
                    }
                    before = event;
                }
            }
            return new Verdict(applied, found);
        }
    },

    /** Found over all tables at once, not in the life of one dossier. */
    ONMOGELIJK {
        @Override
        Verdict of(Asks asks, Life life) {
            return new Verdict(false, List.of());
        }
    };

    /** {@code applied}: there was something to look at. */
    record Verdict(boolean applied, List<Deviation> deviations) { }

    private interface Look {
        Optional<Deviation> at(Event event);
    }

    /** {@code life}: its events in the order in which they happened. */
    abstract Verdict of(Asks asks, Life life);

    static Verdict each(Asks asks, Life life, Look look) {
        List<Event> when = life.events().stream().filter(event -> event.is(asks.when()) && life.events().stream().noneMatch(one -> one.is(asks.unless()) && one.concerns(event))).toList();
        return new Verdict(!when.isEmpty(), when.stream().map(look::at).flatMap(Optional::stream).toList());
    }

    static boolean any(Life life, List<String> codes, Predicate<Event> also) {
        return life.events().stream().anyMatch(event -> event.is(codes) && also.test(event));
    }
}
