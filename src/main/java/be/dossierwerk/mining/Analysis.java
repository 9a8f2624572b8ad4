package be.dossierwerk.mining;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A procedure as its dossiers really walked it: whole dossiers, each day of each one counted once. {@code days}: by who was to act. */
public record Analysis(LocalDate today, int dossiers, double medianDays, Map<Party, Long> days, List<Element> elements, List<Way> ways, List<Again> loops, List<Back> back,
                       Map<String, String> names) {

    /**
     * {@code times}: how often it was entered; the median and the ninth tenth of one visit in days and parts of them; {@code days}: calendar days that dossiers
     * stood there, by who was to act. {@code key}: process#element.
     */
    public record Element(String key, String process, String element, String name, String kind, long times, long dossiers, double median, double ninety,
                          Map<Party, Long> days) {

        public long total() {
            return sum(days);
        }

        public Figure figure(Figure.Measure measure) {
            return new Figure(Figure.Of.ELEMENT, key, measure);
        }
    }

    /** {@code steps}: keys of elements, in one fixed order. */
    public record Way(String id, List<String> steps, int dossiers, double median) {

        public Figure figure(Figure.Measure measure) {
            return new Figure(Figure.Of.VARIANT, id, measure);
        }
    }

    public record Again(String step, int dossiers, long times, long days) {

        public Figure figure(Figure.Measure measure) {
            return new Figure(Figure.Of.HERHALING, step, measure);
        }
    }

    public record Back(String from, String to, int dossiers, long times, long days) {

        public Figure figure(Figure.Measure measure) {
            return new Figure(Figure.Of.TERUG, from + Figure.STEPS + to, measure);
        }
    }

    public long total() {
        return sum(days);
    }

    static long sum(Map<Party, Long> days) {
        return days.values().stream().mapToLong(Long::longValue).sum();
    }
}
