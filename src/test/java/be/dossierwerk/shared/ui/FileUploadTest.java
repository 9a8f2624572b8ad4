package be.dossierwerk.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FileUploadTest {

    @RegisterExtension final DutchScreen screen = new DutchScreen("shared");

    @Test
    void the_button_says_whether_one_file_or_several_may_be_chosen() {
        FileUpload upload = FileUpload.ofScans((name, content) -> { }, 25, refused -> { });
        assertThat(words(upload)).isEqualTo("Kies bestanden of sleep ze hierheen");
        upload.setMaxFiles(1);
        assertThat(words(upload)).isEqualTo("Kies een bestand of sleep het hierheen");
    }

    @Test
    void of_a_file_that_is_too_large_no_more_is_read_than_shows_it() throws Exception {
        AtomicLong read = new AtomicLong();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return (int) (read.getAndIncrement() & 0xFF);
            }
        };
        List<String> told = new ArrayList<>();
        FileUpload.receive(sent(endless), (name, content) -> told.add("taken"), 1, told::add);

        assertThat(told).containsExactly("te groot");
        assertThat(read.get()).isLessThan(1_100_000);
    }

    @Test
    void of_another_file_all_is_taken() throws Exception {
        List<String> told = new ArrayList<>();
        FileUpload.receive(sent(new ByteArrayInputStream(new byte[1024 * 1024])), (name, content) -> told.add(name + " " + content.length), 1, told::add);

        assertThat(told).containsExactly("plan.pdf 1048576");
    }

    private static UploadEvent sent(InputStream content) {
        UI ui = mock(UI.class);
        when(ui.access(any())).thenAnswer(call -> {
            call.getArgument(0, Command.class).execute();
            return null;
        });
        when(ui.getTranslation("shared.upload.too-large", 1)).thenReturn("te groot");
        UploadEvent event = mock(UploadEvent.class);
        when(event.getUI()).thenReturn(ui);
        when(event.getFileName()).thenReturn("plan.pdf");
        when(event.getInputStream()).thenReturn(content);
        return event;
    }

    private static String words(FileUpload upload) {
        return ((Button) upload.getUploadButton()).getText() + " " + upload.getDropLabel().getElement().getText();
    }
}
