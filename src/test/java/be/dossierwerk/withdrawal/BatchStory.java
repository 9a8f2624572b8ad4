package be.dossierwerk.withdrawal;

import static be.dossierwerk.demo.TypedForms.defence;

import be.dossierwerk.activity.ImportActivity;
import be.dossierwerk.casework.SigningReads;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.ReceivedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/** The steps of a batch from import to dispatch, for the test and for the measurement. */
final class BatchStory {

    /** A Monday; the months before it are those of the selection. */
    static final LocalDate TODAY = LocalDate.of(2028, 2, 7);

    final Batches batches;
    final BatchWork work;
    final JdbcClient jdbc;
    final CurrentActor currentActor;
    final DemoPeople people;
    private final ApplicationContext spring;
    private final int from;
    private final int count;

    BatchStory(ApplicationContext spring, int count) {
        this.spring = spring;
        this.from = RecognisedFixture.reserve(count + 1);
        this.count = count;
        batches = spring.getBean(Batches.class);
        work = spring.getBean(BatchWork.class);
        jdbc = spring.getBean(JdbcClient.class);
        currentActor = spring.getBean(CurrentActor.class);
        people = spring.getBean(DemoPeople.class);
    }

    /** As many silent undertakings, and one more that is active every month. */
    void recognise() {
        IntStream.rangeClosed(0, count).forEach(i -> RecognisedFixture.recognise(jdbc, from + i, "Reeks %04d bv".formatted(i)));
    }

    void importActivity() {
        String rows = IntStream.rangeClosed(1, 12).mapToObj(back -> ";%s;%s;120;3200,40\n".formatted(RecognisedFixture.number(from),
                YearMonth.from(TODAY).minusMonths(back))).collect(Collectors.joining());
        byte[] content = ("erkenningsnummer;ondernemingsnummer;maand;aantal;bedrag\n" + rows).getBytes(StandardCharsets.UTF_8);
        as("nele", () -> {
            try (InputStream in = new ByteArrayInputStream(content); ReceivedFile file = ReceivedFile.of(in, ImportActivity.MOST_MEGABYTES)) {
                return spring.getBean(ImportActivity.class).importFile("reeks-" + from + ".csv", file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The undertakings of other tests are none of this story's business. */
    long select() {
        long batch = as("tom", () -> spring.getBean(SelectInactive.class).select(TODAY));
        jdbc.sql("delete from withdrawal_batch_item where batch = ? and dossier is null and not enterprise_number = any(?)")
                .params(batch, IntStream.rangeClosed(0, count).mapToObj(i -> RecognisedFixture.number(from + i)).toArray(String[]::new)).update();
        return batch;
    }

    int ask(String person, long batch, BatchAct act, UUID action, Map<String, String> fields, Map<String, String> own) {
        return as(person, () -> spring.getBean(AskBatchAct.class).ask(action, batch, act, fields, own));
    }

    /** Asked and done; the act's own numbers are the answer. */
    Batches.Act all(String person, long batch, BatchAct act, Map<String, String> fields) {
        UUID action = UUID.randomUUID();
        ask(person, batch, act, action, fields, act == BatchAct.VERZENDEN ? tracking(batch) : Map.of());
        work.run(Integer.MAX_VALUE);
        return batches.acts(batch).stream().filter(each -> each.id().equals(action)).findFirst().orElseThrow();
    }

    void answer(Batches.Item item, String outlook) {
        Acts acts = spring.getBean(Acts.class);
        acts.send(people.actor("els"), item.dossier(), "UserTask_VerweerRegistreren", defence(today()));
        acts.send(people.actor("an"), item.dossier(), "UserTask_VerweerBeoordelen", Map.of("antwoord", "Gelezen en gewogen.", "vooruitzicht", outlook));
    }

    void readAll(long batch) {
        for (Batches.Item item : items(batch)) {
            if (item.stage().equals("TE_ONDERTEKENEN")) {
                as("karel", () -> {
                    spring.getBean(SigningReads.class).read(item.document());
                    return null;
                });
            }
        }
    }

    /** Rounds until one changes nothing any more: a round asks a limited number, also of the questions of others. */
    void askSources() {
        String before;
        do {
            before = waiting();
            ReflectionTestUtils.invokeMethod(spring.getBean("sourceRounds"), "round");
        } while (openQuestions() > 0 && !waiting().equals(before));
    }

    private String waiting() {
        return jdbc.sql("select count(*) || ' ' || coalesce(sum(tries), 0) from source_question where status <> 'ANSWERED'").query(String.class).single();
    }

    int openQuestions() {
        return jdbc.sql("select count(*) from ex_officio_question q join withdrawal_batch_item i on i.dossier = q.dossier where answered_at is null and i.name like 'Reeks %'")
                .query(Integer.class).single();
    }

    List<Batches.Item> items(long batch) {
        return batches.items(batch, "", "", 0, Integer.MAX_VALUE);
    }

    void at(LocalDate day, LocalTime time) {
        spring.getBean(MovableClock.class).moveTo(ZonedDateTime.of(day, time, MovableClock.BRUSSELS));
        spring.getBean(DueJobs.class).run();
    }

    LocalDate today() {
        return LocalDate.now(spring.getBean(MovableClock.class));
    }

    void runJobs() {
        spring.getBean(DueJobs.class).run();
    }

    <T> T as(String person, Supplier<T> act) {
        return currentActor.as(people.actor(person), act);
    }

    private Map<String, String> tracking(long batch) {
        Map<String, String> numbers = new HashMap<>();
        items(batch).stream().filter(item -> item.stage().equals("ONDERTEKEND")).forEach(item -> numbers.put(item.dossier(), "RA" + item.enterpriseNumber() + "BE"));
        return numbers;
    }
}
