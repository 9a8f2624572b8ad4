package be.dossierwerk.forecast;

import be.dossierwerk.board.Life;
import be.dossierwerk.board.Limit;
import be.dossierwerk.board.Norm;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two years of refunds of the training fund in which what is filed on paper is often late and what is filed online seldom. */
public final class InventedHistory {

    static final Norm OFDC_2 = new Norm("OFDC-2", 1, 1, "OFDC", "RECEIVED", "PAID", new Limit(Limit.Unit.CALENDAR_DAYS, "60"), false, "type=REFUND", "PAID");
    public static final String PREFIX = "VOORSPEL-";

    private static final int DAYS = 730;
    private static final int LIMIT = 60;

    private InventedHistory() { }

    /** Nothing of the last day or later is in it. */
    public static List<Life> until(LocalDate day, long seed) {
        Random random = new Random(seed);
        List<Life> lives = new ArrayList<>();
        for (LocalDate begin = day.minusDays(DAYS); begin.isBefore(day); begin = begin.plusDays(1)) {
            for (int i = 0; i < (begin.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0 ? 0 : 3); i++) {
                lives.add(life(PREFIX + seed + "-" + begin + "-" + i, begin, random, day));
            }
        }
        return lives;
    }

    private static Life life(String number, LocalDate begin, Random random, LocalDate day) {
        boolean paper = random.nextDouble() < 0.4;
        boolean late = random.nextDouble() < (paper ? 0.45 : 0.05);
        int days = late ? LIMIT + 1 + random.nextInt(30) : 3 + random.nextInt(LIMIT - 3);
        boolean withdrawn = random.nextDouble() < 0.03;
        LocalDateTime received = begin.atTime(9, 0);
        LocalDateTime ended = withdrawn ? received.plusDays(random.nextInt(20)) : received.plusDays(days);
        List<Life.Event> events = new ArrayList<>(List.of(new Life.Event("RECEIVED", received)));
        if (ended.toLocalDate().isBefore(day)) {
            events.add(new Life.Event(withdrawn ? "CANCELLED" : "PAID", ended.plusHours(1)));
        }
        return new Life(number, "OFDC", "REFUND", paper ? "PAPER" : "ONLINE", events);
    }

    /** As if another system had brought it. */
    public static void store(JdbcClient jdbc, List<Life> lives) {
        int place = 0;
        for (Life life : lives) {
            long dossier = jdbc.sql("insert into history_dossier (number, measure, kind, channel, origin) values (?, ?, ?, ?, 'INVOER') returning id")
                    .params(life.dossier(), life.measure(), life.kind(), life.channel()).query(Long.class).single();
            for (Life.Event event : life.events()) {
                jdbc.sql("insert into history_event (dossier, at, place, name, measure, kind, channel, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                        .params(dossier, event.at(), ++place, event.name(), life.measure(), life.kind(), life.channel(), event.at().atOffset(ZoneOffset.UTC)).update();
            }
        }
    }

    /** So that other tests do not find it. */
    public static void remove(JdbcClient jdbc) {
        jdbc.sql("delete from history_event where dossier in (select id from history_dossier where number like :prefix)").param("prefix", PREFIX + "%").update();
        jdbc.sql("delete from history_dossier where number like :prefix").param("prefix", PREFIX + "%").update();
    }
}
