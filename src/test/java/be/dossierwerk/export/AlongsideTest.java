package be.dossierwerk.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are written while they are read. */
class AlongsideTest {

    private static final int MANY = 100_000;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 499, 500, 501, MANY})
    void all_rows_are_written_in_their_order_by_another_thread(int rows) throws IOException {
        List<Object> written = new ArrayList<>();
        Thread reader = Thread.currentThread();

        Alongside.work(cells -> IntStream.range(0, rows).forEach(cells::row), row -> {
            assertThat(Thread.currentThread()).isNotSameAs(reader);
            written.add(row[0]);
        });

        assertThat(written).containsExactlyElementsOf(IntStream.range(0, rows).boxed().toList());
    }

    @Test
    void reading_waits_for_a_slow_writer() throws IOException {
        AtomicInteger read = new AtomicInteger();
        AtomicInteger written = new AtomicInteger();
        AtomicInteger between = new AtomicInteger();

        Alongside.work(cells -> IntStream.range(0, MANY / 5).forEach(i -> {
            read.incrementAndGet();
            cells.row(i);
        }), row -> {
            between.accumulateAndGet(read.get() - written.getAndIncrement(), Math::max);
            LockSupport.parkNanos(1_000);
        });

        assertThat(between.get()).as("rows in memory at most: eight portions between the two and one on either side").isBetween(5 * 500, 10 * 500);
    }

    @Test
    void a_disk_that_is_full_stops_reading() {
        AtomicInteger read = new AtomicInteger();

        assertThatThrownBy(() -> Alongside.work(cells -> IntStream.range(0, 10 * MANY).forEach(i -> {
            read.incrementAndGet();
            cells.row(i);
        }), row -> {
            throw new IOException("No space left on device");
        })).isInstanceOf(IOException.class).hasMessage("No space left on device");
        assertThat(read.get()).isLessThan(10 * MANY);
    }

    @Test
    void a_fault_of_writing_comes_back_as_it_is() {
        assertThatThrownBy(() -> Alongside.work(cells -> cells.row(1), row -> {
            throw new IllegalArgumentException("no such cell");
        })).isInstanceOf(IllegalArgumentException.class).hasMessage("no such cell");
    }

    @Test
    void who_stops_reading_stops_writing() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        List<Thread> writer = new ArrayList<>();

        assertThatThrownBy(() -> Alongside.work(cells -> {
            IntStream.range(0, 500).forEach(cells::row);
            await(first);
            throw new IllegalArgumentException("enough");
        }, row -> {
            if (writer.isEmpty()) {
                writer.add(Thread.currentThread());
                first.countDown();
            }
        })).isInstanceOf(IllegalArgumentException.class).hasMessage("enough");
        writer.get(0).join();
        assertThat(writer.get(0).isAlive()).isFalse();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
