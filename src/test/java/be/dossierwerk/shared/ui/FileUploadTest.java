package be.dossierwerk.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.server.streams.UploadHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FileUploadTest {

    @RegisterExtension final DutchScreen screen = new DutchScreen("shared");

    @Test
    void the_button_says_whether_one_file_or_several_may_be_chosen() {
        FileUpload upload = FileUpload.ofScans(UploadHandler.inMemory((file, content) -> { }), 25, refused -> { });
        assertThat(words(upload)).isEqualTo("Kies bestanden of sleep ze hierheen");
        upload.setMaxFiles(1);
        assertThat(words(upload)).isEqualTo("Kies een bestand of sleep het hierheen");
    }

    private static String words(FileUpload upload) {
        return ((Button) upload.getUploadButton()).getText() + " " + upload.getDropLabel().getElement().getText();
    }
}
