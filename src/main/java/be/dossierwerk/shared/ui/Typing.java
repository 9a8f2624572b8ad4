package be.dossierwerk.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;

/**
 * Sends what somebody types after a short pause, and at once when they leave the field. The component's own lazy mode waits for its pause even then,
 * and forgets the words of who goes to another page meanwhile.
 */
public final class Typing {

    private static final int PAUSE_MILLIS = 400;

    private Typing() { }

    public static <C extends Component & HasValue<?, ?> & HasValueChangeMode> void follow(C field) {
        field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        field.addAttachListener(attached -> field.getElement().executeJs("""
                if (!this.dwTyping) {
                  this.dwTyping = true;
                  let pause;
                  this.addEventListener('input', () => {
                    clearTimeout(pause);
                    pause = setTimeout(() => this.dispatchEvent(new CustomEvent('change')), $0);
                  });
                }""", PAUSE_MILLIS));
    }
}
