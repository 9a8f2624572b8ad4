package be.dossierwerk.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;

import be.dossierwerk.OwnDatabase;
import be.dossierwerk.audit.SealChains;
import be.dossierwerk.inbox.Colleagues;
import be.dossierwerk.security.DemoPeople;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two servers that start on one empty database. */
class DemoDataOnceTest {

    private final DemoDossiers dossiers = Mockito.mock(DemoDossiers.class);
    private final AtomicInteger filled = new AtomicInteger();

    @Test
    void demo_data_are_made_by_one_server_and_found_by_the_other() throws Exception {
        try (HikariDataSource data = OwnDatabase.migrated()) {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            Mockito.doAnswer(play -> {
                filled.incrementAndGet();
                begun.countDown();
                assertThat(goOn.await(1, TimeUnit.MINUTES)).isTrue();
                JdbcClient.create(data).sql("""
                        insert into dossier (number, procedure, subject, source, received_on, registered_at, state)
                        values ('DC-ERK-2026-00001', 'erkenning', 'De Merel', 'PAPIER', current_date, now(), 'IN_BEHANDELING')""").update();
                return null;
            }).when(dossiers).play(anyInt(), any());

            CompletableFuture<Void> first = CompletableFuture.runAsync(() -> server(data).start());
            assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
            CompletableFuture<Void> second = CompletableFuture.runAsync(() -> server(data).start());
            awaitWaiting(data);
            goOn.countDown();
            CompletableFuture.allOf(first, second).get(1, TimeUnit.MINUTES);

            assertThat(filled).hasValue(1);
            assertThat(JdbcClient.create(data).sql("select count(*) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())")
                    .query(Long.class).single()).as("locks that nobody gave back").isZero();
        }
    }

    private LoadDemoData server(HikariDataSource data) {
        DemoPeople people = Mockito.mock(DemoPeople.class);
        Mockito.when(people.present()).thenReturn(true);
        return new LoadDemoData(dossiers, List.of(), people, Mockito.mock(Colleagues.class), Mockito.mock(SealChains.class), data, Clock.systemUTC(), 3);
    }

    private static void awaitWaiting(HikariDataSource data) throws InterruptedException {
        String waiting = "select count(*) from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())";
        for (int tries = 0; tries < 600 && JdbcClient.create(data).sql(waiting).query(Long.class).single() == 0; tries++) {
            Thread.sleep(50);
        }
        assertThat(JdbcClient.create(data).sql(waiting).query(Long.class).single()).as("the second waits").isOne();
    }
}
