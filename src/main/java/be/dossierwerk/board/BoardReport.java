package be.dossierwerk.board;

import be.dossierwerk.board.ShowBoard.Board;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The board with how its norms are counted, and the fingerprint of its figures: the sha256 of the same board as CSV. {@code rules}: by code. */
record BoardReport(Board board, Map<String, List<Norm>> rules, Instant at, String sha256) { }
