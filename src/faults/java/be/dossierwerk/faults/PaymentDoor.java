package be.dossierwerk.faults;

import be.dossierwerk.payment.CheckRun;
import be.dossierwerk.payment.Payable;
import be.dossierwerk.payment.Payables;
import be.dossierwerk.payment.PaymentRun;
import be.dossierwerk.payment.PrepareRun;
import be.dossierwerk.payment.ReleaseRun;
import be.dossierwerk.payment.RunState;
import be.dossierwerk.payment.SendRun;
import be.dossierwerk.payment.ShowRuns;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What accounting and the head do on the screen of payment runs, one act at a time, for a driver that does not know whether its last one was done. */
@RestController
@ConditionalOnProperty(FaultsNode.DOOR)
@RequestMapping("/api/faults")
class PaymentDoor {

    private static final int RUNS = 20;

    private final Payables payables;
    private final PrepareRun prepareRun;
    private final CheckRun checkRun;
    private final ReleaseRun releaseRun;
    private final SendRun sendRun;
    private final ShowRuns showRuns;
    private final CurrentActor currentActor;
    private final DemoPeople people;
    private final Clock clock;

    PaymentDoor(Payables payables, PrepareRun prepareRun, CheckRun checkRun, ReleaseRun releaseRun, SendRun sendRun, ShowRuns showRuns, CurrentActor currentActor,
                DemoPeople people, Clock clock) {
        this.payables = payables;
        this.prepareRun = prepareRun;
        this.checkRun = checkRun;
        this.releaseRun = releaseRun;
        this.sendRun = sendRun;
        this.showRuns = showRuns;
        this.currentActor = currentActor;
        this.people = people;
        this.clock = clock;
    }

    /** {@code n} makes an account and an amount that no other has. */
    @PostMapping("/payables/{dossier}")
    Map<String, String> owe(@PathVariable String dossier, @RequestParam int n) {
        as("an", () -> {
            payables.add(new Payable(dossier, "Poetsdienst " + n, iban(n), BigDecimal.valueOf(1_000L + n, 2), "Terugbetaling " + dossier, "een beslissing"));
            return null;
        });
        return Map.of("owed", dossier);
    }

    /** The next act on the oldest run that is not with the bank, or a new run. @return {@code nothing} when all was sent */
    @PostMapping("/payments")
    Map<String, String> next() {
        List<PaymentRun> runs = as("nele", () -> showRuns.latest(RUNS));
        Optional<PaymentRun> open = runs.stream().filter(run -> run.state() != RunState.VERZONDEN).reduce((newer, older) -> older);
        return Map.of("did", open.map(this::act).orElseGet(this::prepare));
    }

    private String act(PaymentRun run) {
        return switch (run.state()) {
            case VOORBEREID -> as("tom", () -> {
                checkRun.check(run.number(), true, null);
                return "checked";
            });
            case GOEDGEKEURD -> as("lieve", () -> {
                releaseRun.release(run.number());
                return "released";
            });
            case VRIJGEGEVEN, BESTAND_KLAAR -> as("nele", () -> {
                sendRun.send(run.number());
                return "sent";
            });
            default -> throw new IllegalStateException(run.toString());
        };
    }

    private String prepare() {
        try {
            return as("nele", () -> prepareRun.prepare(LocalDate.now(clock), List.of()));
        } catch (Refused refused) {
            if (refused.getMessage().equals("payment.run.nothing")) {
                return "nothing";
            }
            throw refused;
        }
    }

    private static String iban(int n) {
        long account = 68_00_000_000L + n;
        long check = account % 97 == 0 ? 97 : account % 97;
        String number = "%010d%02d".formatted(account, check);
        // BE and 00 as the digits of ISO 13616.
        long rest = 98 - new java.math.BigInteger(number + "111400").mod(java.math.BigInteger.valueOf(97)).longValue();
        return "BE%02d%s".formatted(rest, number);
    }

    private <T> T as(String person, Supplier<T> act) {
        return currentActor.as(people.actor(person), act);
    }
}
