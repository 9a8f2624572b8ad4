package be.dossierwerk.shell;

import be.dossierwerk.shared.DatabaseStanding;
import be.dossierwerk.shared.Incidents;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.Texts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What holds in every session of the screens: its language, and plain words when something fails, the line drops or the time is up. */
@Component
class SessionRules implements VaadinServiceInitListener {

    private static final int REFUSED_MILLIS = 9_000;

    private final transient Texts texts;
    private final transient Incidents incidents;
    private final transient DatabaseStanding database;

    SessionRules(Texts texts, Incidents incidents, DatabaseStanding database) {
        this.texts = texts;
        this.incidents = incidents;
        this.database = database;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(info -> messages(Language.nearest(info.getLocale())));
        event.getSource().addSessionInitListener(init -> {
            init.getSession().setLocale(Language.chosenBefore(init.getRequest()));
            init.getSession().setErrorHandler(this::failed);
        });
        event.addIndexHtmlRequestListener(page -> {
            // In the page itself, not on a view: nothing is drawn before the styles are there.
            var head = page.getDocument().head();
            head.appendElement("link").attr("rel", "stylesheet").attr("href", "dossierwerk.css");
            head.appendElement("link").attr("rel", "icon").attr("type", "image/svg+xml").attr("href", "dossierwerk.svg");
            VaadinSession session = VaadinSession.getCurrent();
            page.getDocument().getElementsByTag("html").attr("lang", (session == null ? Language.DUTCH : session.getLocale()).getLanguage());
        });
        event.getSource().addUIInitListener(init -> {
            var reconnect = init.getUI().getReconnectDialogConfiguration();
            reconnect.setDialogText(texts.of(init.getUI().getLocale(), "shell.connection.lost"));
            reconnect.setDialogTextGaveUp(texts.of(init.getUI().getLocale(), "shell.connection.gone"));
        });
    }

    /** The page stays as it is, with all that was typed; a notice says what happened. */
    private void failed(ErrorEvent error) {
        UI ui = UI.getCurrent();
        Refused refused = refusalIn(error.getThrowable());
        if (refused != null && ui != null) {
            notice(ui, texts.of(ui.getLocale(), refused), REFUSED_MILLIS);
            return;
        }
        String number = incidents.log(error.getThrowable(), ui == null ? "a session" : "/" + ui.getInternals().getActiveViewLocation().getPath());
        var trouble = database.met(error.getThrowable());
        if (ui != null) {
            notice(ui, trouble.map(what -> texts.of(ui.getLocale(), what.key())).orElseGet(() -> texts.of(ui.getLocale(), "shell.incident.notice", number)), 0);
        }
    }

    private static void notice(UI ui, String text, int millis) {
        Notification notice = new Notification(text, millis, Notification.Position.BOTTOM_START);
        notice.addThemeVariants(NotificationVariant.LUMO_ERROR);
        notice.setAssertive(true);
        if (millis == 0) {
            notice.removeAll();
            notice.add(new NoticeText(text, ui.getTranslation("shell.close"), notice::close));
        }
        notice.open();
    }

    private static Refused refusalIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refused;
            }
        }
        return null;
    }

    private SystemMessages messages(Locale locale) {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(texts.of(locale, "shell.session.expired"));
        messages.setSessionExpiredMessage(texts.of(locale, "shell.session.expired.detail"));
        messages.setInternalErrorCaption(texts.of(locale, "shell.internal"));
        messages.setInternalErrorMessage(texts.of(locale, "shell.internal.detail"));
        messages.setCookiesDisabledCaption(texts.of(locale, "shell.cookies"));
        messages.setCookiesDisabledMessage(texts.of(locale, "shell.cookies.detail"));
        return messages;
    }
}
