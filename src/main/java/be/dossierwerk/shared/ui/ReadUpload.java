package be.dossierwerk.shared.ui;

import be.dossierwerk.shared.Refused;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Takes one file and has it read. That happens in the request that brings the file, outside the lock of the screen, which stays usable. */
public class ReadUpload<T> extends Div {

    /** Reads what came. It runs without the screen, so it must not touch it, and knows itself for whom it acts. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(String fileName, InputStream content) throws IOException;
    }

    private final transient Reader<T> reader;
    private final transient Consumer<T> whenRead;
    private final transient Runnable whenRefused;
    private final Div problem = new Div();

    /** {@code name}: what the group is called for who does not see it; {@code whenRefused} clears what an earlier file left on the screen. */
    public ReadUpload(String name, int megabytes, Reader<T> reader, Consumer<T> whenRead, Runnable whenRefused, String... types) {
        this.reader = reader;
        this.whenRead = whenRead;
        this.whenRefused = whenRefused;
        getElement().setAttribute("role", "group").setAttribute("aria-label", name);
        problem.addClassName("dw-problem");
        problem.getElement().setAttribute("role", "alert");
        FileUpload upload = new FileUpload(this::receive, megabytes, this::refuse, types).withoutList();
        upload.setMaxFiles(1);
        add(upload, problem);
    }

    /** All of a file; of one that is too large no more than shows it. */
    public static byte[] whole(InputStream content, int megabytes) throws IOException {
        return content.readNBytes(megabytes * FileUpload.MEBIBYTE + 1);
    }

    private void receive(UploadEvent event) throws IOException {
        try (InputStream content = event.getInputStream()) {
            T read = reader.read(event.getFileName(), content);
            event.getUI().access(() -> {
                problem.setText("");
                whenRead.accept(read);
            });
        } catch (Refused refused) {
            event.getUI().access(() -> refuse(getTranslation(refused.key(), refused.args())));
        }
    }

    private void refuse(String why) {
        whenRefused.run();
        problem.setText(why);
    }
}
