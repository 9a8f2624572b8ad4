package be.dossierwerk.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFileTest {

    @Test
    void of_many_that_write_first_at_once_all_read_what_one_wrote(@TempDir Path folder) throws Exception {
        int many = 8;
        CyclicBarrier together = new CyclicBarrier(many);
        var threads = Executors.newFixedThreadPool(many);
        try {
            for (int round = 0; round < 20; round++) {
                Path file = folder.resolve("zegel-" + round + ".key");
                Set<String> read = ConcurrentHashMap.newKeySet();
                for (var done : threads.invokeAll(IntStream.range(0, many).<Callable<Void>>mapToObj(i -> () -> {
                    together.await();
                    PrivateFile.writeFirst(file, ("sleutel " + i).getBytes());
                    read.add(Files.readString(file));
                    return null;
                }).toList())) {
                    done.get();
                }
                assertThat(read).hasSize(1);
            }
            try (var left = Files.list(folder)) {
                assertThat(left).hasSize(20);
            }
        } finally {
            threads.shutdown();
        }
    }
}
