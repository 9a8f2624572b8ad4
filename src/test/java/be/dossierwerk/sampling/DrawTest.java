package be.dossierwerk.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import be.dossierwerk.sampling.Draw.Candidate;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same population and seed give the same dossiers, here and in a script of somebody else. */
class DrawTest {

    private static final List<Candidate> POPULATION = IntStream.rangeClosed(1, 312).mapToObj(i -> new Candidate("DC-ERK-2027-%05d".formatted(i), 1 + i % 7)).toList();

    @Test
    void the_order_in_which_dossiers_are_found_does_not_matter_and_the_seed_does() {
        List<Candidate> otherwise = new ArrayList<>(POPULATION);
        Collections.shuffle(otherwise, new Random(1));

        List<String> drawn = Draw.draw(POPULATION, "2027-eerste", 25);

        assertThat(Draw.draw(otherwise, "2027-eerste", 25)).isEqualTo(drawn);
        assertThat(Draw.exported(otherwise)).isEqualTo(Draw.exported(POPULATION)).startsWith("DC-ERK-2027-00001 2\nDC-ERK-2027-00002 3\n").endsWith("\n");
        assertThat(drawn).hasSize(25).doesNotHaveDuplicates().isNotEqualTo(Draw.draw(POPULATION, "2027-tweede", 25));
        assertThat(Draw.draw(POPULATION, "2027-eerste", 10)).isEqualTo(drawn.subList(0, 10));
        assertThat(Draw.draw(POPULATION, "2027-eerste", 1000)).hasSize(312);
    }

    @Test
    void a_lot_is_the_hash_of_seed_number_and_its_rank() {
        // printf '7\nA\n1' | sha256sum begins with f, '7\nB\n1' and '7\nB\n2' decide for B by their smallest.
        String a = Draw.sha256("7\nA\n1");
        String b1 = Draw.sha256("7\nB\n1");
        String b2 = Draw.sha256("7\nB\n2");
        String b = b1.compareTo(b2) < 0 ? b1 : b2;

        assertThat(Draw.draw(List.of(new Candidate("A", 1), new Candidate("B", 2)), "7", 1)).containsExactly(a.compareTo(b) < 0 ? "A" : "B");
    }

    @Test
    void who_has_more_lots_is_drawn_first_that_much_more_often() {
        List<Candidate> two = List.of(new Candidate("A", 1), new Candidate("B", 4));

        long first = IntStream.range(0, 4000).filter(seed -> Draw.draw(two, Integer.toString(seed), 1).get(0).equals("B")).count();

        assertThat(first / 4000.0).isCloseTo(0.8, within(0.02));
    }

    @Test
    void a_script_without_anything_of_ours_draws_the_same(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("populatie.txt");
        Files.writeString(file, Draw.exported(POPULATION));

        assertThat(script(file, "2027-eerste", 25)).isEqualTo(Draw.draw(POPULATION, "2027-eerste", 25));
        assertThat(Draw.sha256(Files.readAllBytes(file))).isEqualTo(Draw.sha256(Draw.exported(POPULATION)));
    }

    @Test
    void nobody_is_drawn_twice_whatever_the_weights() {
        for (int seed = 0; seed < 20; seed++) {
            List<String> drawn = Draw.draw(POPULATION, "s" + seed, 200);
            assertThat(new HashSet<>(drawn)).hasSize(200);
        }
    }

    static List<String> script(Path population, String seed, int size) throws Exception {
        Process node = new ProcessBuilder("node", "src/docs/examples/draw-sample.mjs", population.toString(), seed, Integer.toString(size)).redirectErrorStream(true).start();
        List<String> said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        assertThat(node.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(node.exitValue()).as(String.join("\n", said)).isZero();
        return said;
    }
}
