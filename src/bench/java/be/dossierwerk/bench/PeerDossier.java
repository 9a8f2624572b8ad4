package be.dossierwerk.bench;

import javax.sql.DataSource;

/** The dossier of {@link PlainDossier#diagram} in an engine that stands beside ours, with a database of its own. */
interface PeerDossier extends AutoCloseable {

    int TASKS = 5;

    DataSource database();

    /** From its start to its end. */
    void play(DossierSteps steps);

    @Override
    void close();
}
