package be.dossierwerk.trainingbudget;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.SendApplicantLetter;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends the letters that tell undertakings their budget, some thousands in January: in the background, each in a transaction of its own together with
 * its mark, so that what a crash cut off is still waiting and nothing is sent twice. One that fails stops nothing else.
 */
@Component
class BudgetLetters implements DisposableBean {

    static final String KIND = "budgetbrief";

    private static final Logger LOG = LoggerFactory.getLogger(BudgetLetters.class);

    private final BudgetLedger ledger;
    private final SendApplicantLetter sendApplicantLetter;
    private final Recognitions recognitions;
    private final Processes processes;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final BudgetVersions versions;
    private final JdbcClient jdbc;
    private final TransactionTemplate own;
    private final AtomicBoolean underWay = new AtomicBoolean();
    private final ExecutorService oneByOne = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "budget-letters");
        thread.setDaemon(true);
        return thread;
    });

    BudgetLetters(BudgetLedger ledger, SendApplicantLetter sendApplicantLetter, Recognitions recognitions, Processes processes, CurrentActor currentActor,
                  AuditLog audit, BudgetVersions versions, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.sendApplicantLetter = sendApplicantLetter;
        this.recognitions = recognitions;
        this.processes = processes;
        this.currentActor = currentActor;
        this.audit = audit;
        this.versions = versions;
        this.jdbc = jdbc;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Not in the thread that keeps time for the whole product: some thousands of letters take minutes. */
    @Scheduled(initialDelay = 20, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void everyFewSeconds() {
        if (underWay.compareAndSet(false, true)) {
            oneByOne.execute(() -> {
                try {
                    run(Integer.MAX_VALUE);
                } catch (RuntimeException e) {
                    LOG.error("The letters about training budgets stopped; they go on in a few seconds", e);
                } finally {
                    underWay.set(false);
                }
            });
        }
    }

    /** @return how many letters were dealt with, at most that many */
    int run(int most) {
        int done = 0;
        while (done < most && !Thread.currentThread().isInterrupted()) {
            Optional<Long> next = jdbc.sql("select account from training_letter where status = 'WACHT' order by account limit 1").query(Long.class).optional();
            if (next.isEmpty()) {
                break;
            }
            one(next.get());
            done++;
        }
        tellProcedures();
        return done;
    }

    private void one(long account) {
        try {
            own.executeWithoutResult(status -> {
                BudgetStanding standing = ledger.byId(account);
                audit.lock(standing.recognition());
                // Another round may have done it.
                if (jdbc.sql("select status from training_letter where account = ? for update").param(account).query(String.class).single().equals("WACHT")) {
                    currentActor.as(Actor.SYSTEM, () -> {
                        send(standing);
                        return null;
                    });
                    mark(account, "VERSTUURD", null, new Object[0]);
                }
            });
        } catch (Refused refused) {
            own.executeWithoutResult(status -> mark(account, "GEWEIGERD", refused.key(), refused.args()));
        } catch (RuntimeException failure) {
            LOG.error("The letter about training budget {} could not be made", account, failure);
            own.executeWithoutResult(status -> mark(account, "GEWEIGERD", "trainingbudget.letter-failed", new Object[0]));
        }
    }

    private void send(BudgetStanding standing) {
        boolean some = standing.granted().signum() > 0;
        audit.record(AuditLog.Entry.of(standing.recognition(), "OPLEIDINGSBUDGET_BEPAALD", some
                ? "Voor %d kreeg de onderneming een opleidingsbudget van %s.".formatted(standing.year(), Euros.prose(standing.granted()))
                : "Voor %d kreeg de onderneming geen opleidingsbudget.".formatted(standing.year())));
        sendApplicantLetter.send(standing.recognition(), KIND, "Uw opleidingsbudget voor " + standing.year(), facts(standing,
                recognitions.of(standing.recognition()).recognitionNumber()));
    }

    /** What the template needs beside the address. */
    static Map<String, Object> facts(BudgetStanding standing, String recognitionNumber) {
        boolean some = standing.granted().signum() > 0;
        return Map.of("jaar", standing.year(), "bedrag", some ? Euros.prose(standing.granted()) : "", "uitleg", standing.sentence(), "som", some ? standing.sums() : "",
                "erkenningsnummer", recognitionNumber);
    }

    private void mark(long account, String status, String key, Object[] args) {
        jdbc.sql("update training_letter set status = ?, message_key = ?, message_args = ?, done_at = ? where account = ? and status = 'WACHT'")
                .params(Arrays.asList(status, key, Arrays.stream(args).map(String::valueOf).toArray(String[]::new), versions.now(), account)).update();
    }

    /** A year of which no letter waits any more goes on. */
    private void tellProcedures() {
        record Year(int year, String dossier) { }
        List<Year> ready = jdbc.sql("""
                select y.year, y.dossier from training_year y join training_record r on r.year = y.year join dossier d on d.number = y.dossier
                where d.closed_on is null and not exists (select from training_letter l join training_account a on a.id = l.account
                                                          where a.year = y.year and l.status = 'WACHT')""").query(Year.class).list();
        for (Year each : ready) {
            try {
                own.executeWithoutResult(status -> {
                    audit.lock(each.dossier());
                    if (processes.awaits(BudgetModel.LETTERS_DONE, each.dossier())) {
                        processes.correlate(BudgetModel.LETTERS_DONE, each.dossier(), BudgetModel.ALL_SENT.with(refused(each.year()) == 0));
                    }
                });
            } catch (RuntimeException e) {
                LOG.error("The budget of {} did not go on after its letters; the next round tries again", each.year(), e);
            }
        }
    }

    /** Puts the letters of everybody with an account ready; asked twice it is once. */
    int queue(int year) {
        return jdbc.sql("insert into training_letter (account) select id from training_account where year = ? on conflict do nothing").param(year).update();
    }

    int refused(int year) {
        return jdbc.sql("select count(*) from training_letter l join training_account a on a.id = l.account where a.year = ? and l.status = 'GEWEIGERD'").param(year)
                .query(Integer.class).single();
    }

    /** The failed ones of a year: tried again, or sent by a person. */
    int settle(int year, boolean again) {
        return jdbc.sql("""
                update training_letter l set status = ?, message_key = null, message_args = null, done_at = ?
                from training_account a where a.id = l.account and a.year = ? and l.status = 'GEWEIGERD'""")
                .params(again ? "WACHT" : "ZELF_VERSTUURD", again ? null : versions.now(), year).update();
    }

    @Override
    public void destroy() throws InterruptedException {
        oneByOne.shutdownNow();
        oneByOne.awaitTermination(10, TimeUnit.SECONDS);
    }
}
