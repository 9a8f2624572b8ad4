package be.dossierwerk.shared.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import java.util.function.IntConsumer;

/** Tells a view how wide its window is, in CSS pixels: when it is attached, and whenever that changes until it is detached. */
public final class WindowWidth {

    private WindowWidth() { }

    public static void follow(AttachEvent attach, IntConsumer fit) {
        Component view = attach.getSource();
        var page = attach.getUI().getPage();
        page.retrieveExtendedClientDetails(details -> fit.accept(details.getWindowInnerWidth()));
        var listening = page.addBrowserWindowResizeListener(resize -> fit.accept(resize.getWidth()));
        view.addDetachListener(detach -> {
            listening.remove();
            detach.unregisterListener();
        });
    }
}
