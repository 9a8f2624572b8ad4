package be.dossierwerk.board;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.board.ShowBoard.NormLine;
import be.dossierwerk.board.ShowBoard.Result;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

/** The summary of the published table, from its 69 norms as they come out of a history of two years. */
class NormTallyTest {

    private record Published(NormLine line, String change) { }

    @ParameterizedTest
    @CsvSource({
        // target, decimals, counted and met now, counted and met before; in which class, direction
        "100, 0, 100, 100, 100, 100, met, same",
        // 99.6 % is printed as 100 % of the target.
        "100, 1, 250, 249, 250, 250, met, declined",
        "85, 0, 100, 87, 100, 68, met, improved",
        "100, 0, 100, 90, 100, 99, almost, declined",
        "100, 0, 100, 89, 100, 89, between, same",
        "100, 0, 100, 80, 0, 0, between, same",
        "100, 0, 100, 79, 100, 86, far, declined",
        "100, 0, 0, 0, 100, 100, none, same"})
    void a_norm_stands_in_one_class(BigDecimal target, int decimals, long counted, long met, long countedBefore, long metBefore, String in, String direction) {
        NormTally tally = NormTally.of(List.of(line("N-1", target, decimals, new Result(counted, met), new Result(countedBefore, metBefore))));

        assertThat(List.of(tally.met(), tally.almost(), tally.between(), tally.far())).isEqualTo(switch (in) {
            case "met" -> List.of(1, 0, 0, 0);
            case "almost" -> List.of(0, 1, 0, 0);
            case "between" -> List.of(0, 0, 1, 0);
            case "far" -> List.of(0, 0, 0, 1);
            default -> List.of(0, 0, 0, 0);
        });
        assertThat(List.of(tally.improved(), tally.declined())).isEqualTo(direction.equals("improved") ? List.of(1, 0) : direction.equals("declined") ? List.of(0, 1) : List.of(0, 0));
    }

    @Test
    void the_published_summary_of_2020_comes_out_of_its_norms() throws IOException {
        List<Published> norms = published();
        NormTally tally = NormTally.of(norms.stream().map(Published::line).toList());

        // 002:6404-6420: 69 norms, 47 met, 12 at nine tenths or more, 5 below eight tenths, 33 met in both years.
        assertThat(tally).extracting(NormTally::counted, NormTally::met, NormTally::almost, NormTally::between, NormTally::far, NormTally::stayed).containsExactly(69, 47, 12, 5, 5, 33);
        // Published are 24 and 10: what was printed as a change. Three norms moved that were printed as +0, and are told as they are.
        assertThat(norms).filteredOn(each -> signum(each.change) > 0).hasSize(24);
        assertThat(norms).filteredOn(each -> signum(each.change) < 0).hasSize(10);
        assertThat(norms).filteredOn(each -> each.line.change(each.line.decimals()) != null && each.line.change(each.line.decimals()).signum() != signum(each.change))
                .extracting(each -> each.line.code()).containsExactly("BEV-1", "BEV-3", "AZE-1");
        assertThat(tally).extracting(NormTally::improved, NormTally::declined).containsExactly(24 + 1, 10 + 2);
    }

    private static int signum(String printed) {
        return printed.equals("n.v.t.") ? 0 : new BigDecimal(printed).signum();
    }

    private static List<Published> published() throws IOException {
        return new ClassPathResource("board/norms-of-two-years.csv").getContentAsString(StandardCharsets.UTF_8).lines().skip(1).map(row -> {
            String[] cell = row.split(",");
            return new Published(line(cell[0], new BigDecimal(cell[1]), Integer.parseInt(cell[2]), new Result(Long.parseLong(cell[5]), Long.parseLong(cell[6])),
                    new Result(Long.parseLong(cell[3]), Long.parseLong(cell[4]))), cell[7]);
        }).toList();
    }

    private static NormLine line(String code, BigDecimal target, int decimals, Result now, Result before) {
        return new NormLine(code, 1, "DC", "Dienstencheques", code, target, decimals, "INTERN", now, before);
    }
}
