package be.dossierwerk.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A notice that stays until it is closed. */
class NoticeText extends Div {

    NoticeText(String text, String close, Runnable onClose) {
        Button button = new Button(close, click -> onClose.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        add(new Span(text), button);
        addClassName("dw-notice-stays");
    }
}
