package be.dossierwerk.inbox;

import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.security.Actor;

/** The ways to a task, as a refused attempt is told of afterwards; the names are stored. */
public enum Route {

    NEMEN("op zich nemen"),
    SAMEN_NEMEN("samen met andere taken op zich nemen"),
    INVULLEN("invullen"),
    VERSTUREN("versturen"),
    SAMEN_VERSTUREN("samen met andere taken versturen"),
    ONDERTEKENSTAPEL("van de stapel om te ondertekenen afwerken"),
    REEKS("in een reeks afwerken"),
    OVERDRAGEN("overdragen aan %s"),
    TOEWIJZEN("als verdeler van het werk geven aan %s"),
    VERVANGEN("als vervanger overnemen"),
    REST("over REST openen"),
    DOSSIER("vanuit het dossier doen");

    private final String words;

    Route(String words) {
        this.words = words;
    }

    /** What {@code actor} wanted with the task, for {@code person}. */
    String attempt(Actor actor, OpenTask task, Actor person) {
        return "%s wilde de taak \"%s\" %s. Dat is geweigerd.".formatted(actor.name(), task.name(), words.formatted(person.name()));
    }
}
