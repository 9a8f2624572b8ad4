package be.dossierwerk.shared;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Gives what went wrong a number that a person can read out over the telephone and that finds the log line. */
@Component
public class Incidents {

    private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);
    /** No letters that look or sound like another. */
    private static final String SIGNS = "23456789ABCDEFGHKMNPRSTVWXZ";
    private static final int LENGTH = 5;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    Incidents(Clock clock) {
        this.clock = clock;
    }

    /** Logs the failure; the number, such as 261121-K7Q2M, is for the person. */
    public String log(Throwable failure, String where) {
        String number = LocalDate.now(clock).format(DateTimeFormatter.ofPattern("yyMMdd")) + "-"
                + random.ints(LENGTH, 0, SIGNS.length()).mapToObj(i -> SIGNS.substring(i, i + 1)).collect(Collectors.joining());
        try (var incident = MDC.putCloseable("incident", number)) {
            LOG.error("Incident {} at {}", number, where, failure);
        }
        return number;
    }
}
