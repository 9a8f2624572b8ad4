package be.dossierwerk.engine;

import java.io.IOException;
import java.nio.file.Path;

/** The product runs on the database that comes along in this folder; it serves one process at a time. */
public final class DataFolderInUse extends IOException {

    private final transient Path folder;

    public DataFolderInUse(Path folder) {
        super("Another Dossierwerk works in " + folder + "; stop it, or give this one a folder with DOSSIERWERK_DATA");
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }
}
