package be.dossierwerk.deadline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;

/**
 * One term of a dossier with what its ledger says; {@code filePauses} are the pauses of the file that stop it and were known while it ran. The
 * calendar is the version that it follows, or followed when it stopped.
 */
record DossierTerm(long id, String dossier, TermRule rule, LocalDate startedOn, LocalDate stoppedOn, int extensionDays,
                   List<FilePause> filePauses, BelgianCalendar calendar) {

    boolean running() {
        return stoppedOn == null;
    }

    boolean stoppedBy(PauseGround ground) {
        return running() && rule.pauseGrounds().contains(ground);
    }

    /** The account on that day; a stopped term stands as it stood when it stopped. */
    TermAccount account(LocalDate today) {
        return TermAccount.of(facts(), running() ? today : stoppedOn);
    }

    /**
     * SHA-256 of all that the account follows from, as hexadecimal digits: rule and version, start, pauses, extension, and the calendar with those
     * of its changes that lie within the term.
     */
    String inputsHash() {
        String inputs = rule.code() + "@" + rule.version() + " " + facts().figures() + " " + calendar.version();
        NavigableMap<LocalDate, Boolean> changed = calendarChanges();
        if (!changed.isEmpty()) {
            inputs += " " + changed;
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(inputs.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The days within the term on which its calendar differs from the legal holidays. */
    NavigableMap<LocalDate, Boolean> calendarChanges() {
        LocalDate due = account(startedOn).effectiveDue();
        // A working day of the month is counted from the first of it.
        return calendar.exceptions(startedOn.withDayOfMonth(1), due == null ? TermAccount.FOREVER : due);
    }

    /** The same term, had it followed that calendar. */
    DossierTerm under(BelgianCalendar other) {
        return new DossierTerm(id, dossier, rule, startedOn, stoppedOn, extensionDays, filePauses, other);
    }

    TermFacts facts() {
        return facts(filePauses.stream().map(pause -> new Pause(pause.opened(), pause.closed())).toList());
    }

    /** The facts as they would be if every open pause, and one more for that ground, closed on that day. */
    TermFacts factsIfPaused(PauseGround ground, LocalDate opened, LocalDate closed) {
        List<Pause> pauses = new ArrayList<>();
        for (FilePause pause : filePauses) {
            LocalDate end = pause.closed() != null ? pause.closed() : closed.isBefore(pause.opened()) ? pause.opened() : closed;
            pauses.add(new Pause(pause.opened(), end));
        }
        if (stoppedBy(ground)) {
            pauses.add(new Pause(opened, closed));
        }
        return facts(pauses);
    }

    private TermFacts facts(List<Pause> pauses) {
        return new TermFacts(rule.unit(), rule.amount(), rule.monthRule(), rule.pauseGrounds().isEmpty() ? TermClock.TOTAL : TermClock.WSE, rule.roll(),
                startedOn, pauses, extensionDays, calendar);
    }
}
