package be.dossierwerk.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SubmissionPublisher;
import java.util.function.Consumer;

/** Writes rows in a thread of its own while they are read: the database goes on meanwhile. */
final class Alongside {

    /** What is done with a row. */
    @FunctionalInterface
    interface Writing {
        void write(Object[] row) throws IOException;
    }

    private static final int PORTION = 500;
    /** So many lie between the two at most; who reads faster waits. */
    private static final int PORTIONS = 8;

    private Alongside() { }

    /**
     * Reads in this thread. Once it returns, all rows are written, in their order; once it throws, neither reads or writes any more.
     *
     * @throws IOException of writing
     */
    static void work(Consumer<ReadLog.Cells> reading, Writing writing) throws IOException {
        ExecutorService writer = Executors.newSingleThreadExecutor();
        SubmissionPublisher<List<Object[]>> portions = new SubmissionPublisher<>(writer, PORTIONS);
        CompletableFuture<Void> written = portions.consume(portion -> write(portion, writing));
        try {
            List<Object[]> portion = new ArrayList<>();
            reading.accept(row -> {
                portion.add(row);
                if (portion.size() == PORTION) {
                    if (written.isDone()) {
                        written.join();
                    }
                    portions.submit(List.copyOf(portion));
                    portion.clear();
                }
            });
            portions.submit(List.copyOf(portion));
            portions.close();
            written.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException failed) {
                throw failed.getCause();
            }
            throw e.getCause() instanceof RuntimeException failed ? failed : e;
        } finally {
            portions.closeExceptionally(new IllegalStateException("reading stopped"));
            written.exceptionally(stopped -> null).join();
            writer.shutdown();
        }
    }

    private static void write(List<Object[]> rows, Writing writing) {
        try {
            for (Object[] row : rows) {
                writing.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
