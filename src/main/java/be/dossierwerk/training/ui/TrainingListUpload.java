package be.dossierwerk.training.ui;

import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.ReadUpload;
import be.dossierwerk.training.FileTraining;
import be.dossierwerk.training.ReadTrainingList;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes a list of trainings, and shows line by line what is wrong with it; only a list without wrong lines can be sent. */
class TrainingListUpload extends Div {

    private static final Pattern TRAINING = Pattern.compile("trainings\\[(\\d+)]\\.(\\w+).*");

    private record Read(String fileName, List<ReadTrainingList.Line> lines) { }

    private final Div answer = new Div();
    private transient List<ReadTrainingList.Line> lines = List.of();

    TrainingListUpload(ReadTrainingList readTrainingList) {
        ReadUpload<Read> upload = new ReadUpload<>(text("choose"), ReadTrainingList.MOST_MEGABYTES,
                (name, content) -> new Read(name, readTrainingList.read(name, ReadUpload.whole(content, ReadTrainingList.MOST_MEGABYTES))), this::show, this::clear,
                "text/csv", "application/json", ".csv", ".json");
        answer.getElement().setAttribute("role", "status");
        Anchor example = new Anchor("opleidingen-voorbeeld.csv", text("example"));
        example.setRouterIgnore(true);
        example.getElement().setAttribute("download", true);
        add(new Paragraph(text("help")), new Paragraph(example), upload, answer);
    }

    /** @throws Refused training.list.none or training.list.wrong-lines */
    List<FileTraining.Asked> asked() {
        if (lines.isEmpty()) {
            throw new Refused("training.list.none");
        }
        long wrong = lines.stream().filter(line -> !line.good()).count();
        if (wrong > 0) {
            throw new Refused("training.list.wrong-lines", wrong);
        }
        return lines.stream().map(ReadTrainingList.Line::asked).toList();
    }

    /** What a refusal of filing is about: the line of the list and its column. */
    String place(String field) {
        Matcher training = TRAINING.matcher(field);
        return training.matches() && Integer.parseInt(training.group(1)) < lines.size()
                ? text("place", lines.get(Integer.parseInt(training.group(1))).number(), ReadTrainingList.heading(training.group(2))) + " " : "";
    }

    private void clear() {
        answer.removeAll();
        lines = List.of();
    }

    private void show(Read read) {
        clear();
        lines = read.lines();
        long wrong = lines.stream().filter(line -> !line.good()).count();
        long undertakings = lines.stream().flatMap(line -> line.undertakings().stream()).distinct().count();
        answer.add(new Paragraph(wrong == 0 ? text("good", read.fileName(), lines.size(), undertakings) : text("bad", read.fileName(), lines.size(), wrong)));
        if (wrong > 0) {
            CardTable table = new CardTable(text("table"), Stream.of("line", "training", "column", "problem").map(key -> text(key)).toList());
            lines.forEach(line -> line.wrong().forEach(field -> table.row(String.valueOf(line.number()), line.title(), ReadTrainingList.heading(field.name()),
                    getTranslation(field.key(), field.args()))));
            answer.add(table);
        }
    }

    private String text(String key, Object... args) {
        return getTranslation("training.upload." + key, args);
    }
}
