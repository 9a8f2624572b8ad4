package be.dossierwerk.board;

import be.dossierwerk.board.ShowBoard.Board;
import be.dossierwerk.board.ShowBoard.NormLine;
import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.Texts;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives the board to other programs and to paper: CSV, text, JSON, a workbook or PDF/A. */
@Service
public class ExportBoard {

    /** {@code measures}: empty for all. */
    public record Wanted(Period period, Period other, Set<String> measures) { }

    private static final JsonMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT).build();

    private final ShowBoard showBoard;
    private final BoardNorms norms;
    private final JdbcClient jdbc;
    private final Texts texts;
    private final Clock clock;

    ExportBoard(ShowBoard showBoard, BoardNorms norms, JdbcClient jdbc, Texts texts, Clock clock) {
        this.showBoard = showBoard;
        this.norms = norms;
        this.jdbc = jdbc;
        this.texts = texts;
        this.clock = clock;
    }

    /** @throws Refused security.role-missing, board.export.measure-unknown, board.export.period-order */
    @Transactional(readOnly = true)
    public BoardFigures figures(Wanted wanted) {
        return BoardFigures.of(board(wanted));
    }

    /** @throws Refused as {@link #figures} */
    @Transactional(readOnly = true)
    public byte[] write(Wanted wanted, BoardFormat format, Locale locale) {
        Board board = board(wanted);
        BoardFigures figures = BoardFigures.of(board);
        return switch (format) {
            case CSV -> BoardCsv.of(figures);
            case TEKST -> BoardText.of(figures);
            case JSON -> json(figures);
            case XLSX -> BoardXlsx.of(report(board, figures), new ExportWords(texts, locale));
            case PDF -> BoardPaper.of(report(board, figures), new ExportWords(texts, locale));
        };
    }

    private Board board(Wanted wanted) {
        List<String> unknown = wanted.measures.stream().filter(measure -> !norms.measures().contains(measure)).sorted().toList();
        if (!unknown.isEmpty()) {
            throw new Refused("board.export.measure-unknown", String.join(", ", unknown));
        }
        if (wanted.period.to().isBefore(wanted.period.from()) || wanted.other.to().isBefore(wanted.other.from())) {
            throw new Refused("board.export.period-order");
        }
        return BoardFigures.only(showBoard.of(wanted.period, wanted.other), wanted.measures);
    }

    private BoardReport report(Board board, BoardFigures figures) {
        Map<String, List<Norm>> rules = jdbc.sql("""
                select r.code, r.version, r.place, n.measure, r.start_event, r.stop_event, r.unit, r.amount, r.without_pauses, r.filter, r.counted_in
                from board_norm n join board_norm_row r using (code, version) order by n.place, r.place""").query(BoardNorms::row).list().stream()
                .filter(rule -> board.norms().stream().anyMatch(line -> shows(line, rule))).collect(Collectors.groupingBy(Norm::code));
        return new BoardReport(board, rules, clock.instant(), sha256(BoardCsv.of(figures)));
    }

    private static boolean shows(NormLine line, Norm rule) {
        return line.code().equals(rule.code()) && line.version() == rule.version();
    }

    private static byte[] json(BoardFigures figures) {
        try {
            return JSON.writeValueAsBytes(figures);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
