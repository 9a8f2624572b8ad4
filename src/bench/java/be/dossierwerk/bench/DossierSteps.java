package be.dossierwerk.bench;

/** What stands around each step of a dossier that is played: a meter, or nothing. */
@FunctionalInterface
interface DossierSteps {

    void step(String name, Runnable act);
}
