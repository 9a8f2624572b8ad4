package be.dossierwerk.board.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;

/** Finds among what stands behind a figure: by number of a dossier, kind and channel. */
class EventFilter extends Div {

    private final TextField number = new TextField(text("search"));
    private final CodeChoice kind;
    private final CodeChoice channel;

    EventFilter(BoardWords words, Runnable ask) {
        number.setClearButtonVisible(true);
        number.setValueChangeMode(ValueChangeMode.LAZY);
        number.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                ask.run();
            }
        });
        kind = new CodeChoice(text("kind"), text("all-kinds"), words::kind, ask);
        channel = new CodeChoice(text("channel"), text("all-channels"), words::channel, ask);
        addClassNames("dw-board-part", "dw-board-screen");
        add(number, kind, channel);
    }

    /** {@code kinds}, {@code channels}: those that occur; with one of them there is nothing to choose. What is chosen is null for all. */
    void show(String typed, List<String> kinds, String chosenKind, List<String> channels, String chosenChannel) {
        number.setValue(typed == null ? "" : typed);
        kind.offer(kinds, chosenKind);
        kind.setVisible(kinds.size() > 1 || chosenKind != null);
        channel.offer(channels, chosenChannel);
        channel.setVisible(channels.size() > 1 || chosenChannel != null);
    }

    /** Null for every dossier. */
    String number() {
        String typed = number.getValue().strip();
        return typed.isEmpty() ? null : typed;
    }

    /** Null for all. */
    String kind() {
        return kind.chosen();
    }

    /** Null for all. */
    String channel() {
        return channel.chosen();
    }

    private String text(String key) {
        return getTranslation("board.norm." + key);
    }
}
