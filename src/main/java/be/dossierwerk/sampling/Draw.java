package be.dossierwerk.sampling;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Draws the same dossiers from the same population and seed, whoever does it (ADR 0031, examples/draw-sample.mjs). A dossier has as many lots as it weighs;
 * lot i is SHA-256 of seed, number and i, each on a line. Its smallest lot counts, and the smallest dossiers are drawn: weighted sampling without
 * replacement (Efraimidis and Spirakis 2006) without a logarithm, so that no rounding decides.
 */
public final class Draw {

    public record Candidate(String dossier, int lots) { }

    private record Ticket(String dossier, String smallest) { }

    private Draw() { }

    /** In the order in which they were drawn; all of them when there are not more. */
    public static List<String> draw(List<Candidate> population, String seed, int size) {
        return population.stream().map(each -> new Ticket(each.dossier(), smallest(each, seed)))
                .sorted(Comparator.comparing(Ticket::smallest).thenComparing(Ticket::dossier)).limit(size).map(Ticket::dossier).toList();
    }

    /** The population as it is exported: a number and its lots on each line, by number. */
    public static String exported(List<Candidate> population) {
        return population.stream().sorted(Comparator.comparing(Candidate::dossier)).map(each -> each.dossier() + " " + each.lots() + "\n").collect(Collectors.joining());
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String smallest(Candidate of, String seed) {
        return IntStream.rangeClosed(1, of.lots()).mapToObj(lot -> sha256(seed + "\n" + of.dossier() + "\n" + lot)).min(Comparator.naturalOrder()).orElseThrow();
    }
}
