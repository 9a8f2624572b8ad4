package be.dossierwerk.replay.ui;

import be.dossierwerk.replay.Life.Moment;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.dom.Element;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * The slider over a life and the film. Arrows go a moment, Page Up and Page Down a day, with Shift a week, Home and End to the ends. The film skips the
 * time in which nothing happened: each moment stays as long as the others.
 */
class FilmControls extends Div {

    private static final int MILLIS = 3_000;

    private final transient List<Moment> moments;
    private final transient IntConsumer chosen;
    private final Element range = new Element("input");
    private final Button back = new Button();
    private final Button forth = new Button();
    private final Button play = new Button();
    private final Select<Integer> speed = new Select<>();
    private final Span count = new Span();
    private int place;
    private boolean playing;

    FilmControls(List<Moment> moments, IntConsumer chosen) {
        this.moments = moments;
        this.chosen = chosen;
        addClassName("dw-film");
        NativeLabel label = new NativeLabel(getTranslation("replay.slider"));
        label.setFor("dw-film-range");
        range.setAttribute("type", "range").setAttribute("id", "dw-film-range").setAttribute("min", "0").setAttribute("step", "1")
                .setAttribute("max", String.valueOf(moments.size() - 1));
        range.addEventListener("input", event -> choose((int) event.getEventData().getNumber("+element.value"))).addEventData("+element.value").debounce(60);
        range.addEventListener("keydown", event -> page(event.getEventData().getString("event.key").equals("PageUp"), event.getEventData().getBoolean("event.shiftKey")))
                .setFilter("(event.key == 'PageUp' || event.key == 'PageDown') && (event.preventDefault() || true)").addEventData("event.key").addEventData("event.shiftKey");
        back.setText(getTranslation("replay.back"));
        forth.setText(getTranslation("replay.forth"));
        back.addClickListener(click -> choose(place - 1));
        forth.addClickListener(click -> choose(place + 1));
        play.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        play.addClickListener(click -> {
            if (playing) {
                stop();
            } else {
                start();
            }
        });
        speed.setLabel(getTranslation("replay.speed"));
        speed.setItems(1, 2, 4);
        speed.setItemLabelGenerator(times -> getTranslation("replay.times", times));
        speed.setValue(1);
        speed.addClassName("dw-film-speed");
        speed.addValueChangeListener(change -> {
            if (playing) {
                roll();
            }
        });
        count.addClassName("dw-film-count");
        Div slider = new Div(label, count);
        slider.addClassName("dw-film-label");
        Div buttons = new Div(back, play, forth, speed);
        buttons.addClassName("dw-film-buttons");
        add(slider);
        getElement().appendChild(range);
        add(buttons);
        label();
    }

    /** Shows that moment without telling anybody; {@code said}: the date and the act. */
    void show(int now, String said) {
        place = now;
        range.setProperty("value", String.valueOf(now));
        range.setAttribute("aria-valuetext", said);
        back.setEnabled(now > 0);
        forth.setEnabled(now < moments.size() - 1);
        count.setText(getTranslation("replay.count", now + 1, moments.size()));
    }

    /** The film came to its end. */
    @ClientCallable
    void ended() {
        stop();
    }

    private void choose(int wanted) {
        int within = Math.max(0, Math.min(moments.size() - 1, wanted));
        chosen.accept(within);
    }

    /** To the moment a day or a week later or earlier, and at least one on. */
    private void page(boolean later, boolean week) {
        LocalDate from = moments.get(place).day();
        LocalDate to = from.plusDays((later ? 1 : -1) * (week ? 7 : 1));
        int wanted = place;
        if (later) {
            do {
                wanted++;
            } while (wanted < moments.size() - 1 && moments.get(wanted).day().isBefore(to));
        } else {
            do {
                wanted--;
            } while (wanted > 0 && moments.get(wanted).day().isAfter(to));
        }
        choose(wanted);
    }

    private void start() {
        playing = true;
        label();
        if (place == moments.size() - 1) {
            choose(0);
        }
        roll();
    }

    private void roll() {
        getElement().executeJs("""
                clearInterval(this.film);
                this.film = setInterval(() => {
                    const range = $0;
                    if (!range.isConnected || +range.value >= +range.max) { clearInterval(this.film); if (range.isConnected) { this.$server.ended(); } return; }
                    range.value = +range.value + 1;
                    range.dispatchEvent(new Event('input'));
                }, $1);""", range, MILLIS / speed.getValue());
    }

    private void stop() {
        playing = false;
        getElement().executeJs("clearInterval(this.film)");
        label();
    }

    private void label() {
        play.setText(getTranslation(playing ? "replay.pause" : "replay.play"));
    }
}
