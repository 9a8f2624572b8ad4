package be.dossierwerk.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A database that the previous release filled migrates, and its running dossiers go on. Which release that is, says {@code src/run/previous-release}: a tag
 * or a commit; another one with {@code -Dfaults.previous=v1.2.0}. About four minutes.
 */
class UpgradeFaults {

    private static final Path PREVIOUS = Path.of("target", "previous").toAbsolutePath();

    @TempDir
    private Path data;

    @Test
    void dossiers_of_the_previous_release_go_on() throws Exception {
        String release = Optional.ofNullable(System.getProperty("faults.previous")).orElseGet(UpgradeFaults::previous);
        // A whole clone that does not hold it has a wrong name in that file, and is no reason to leave this out.
        Assumptions.assumeFalse(Files.notExists(Path.of(".git")) || Files.exists(Path.of(".git", "shallow")), "these are the sources without their history, and so without " + release);
        OtherBuild.run("upgrade-worktree", Path.of(""), "git", "worktree", "add", "--force", "--detach", PREVIOUS.toString(), release);
        try {
            OtherBuild.run("upgrade-build", PREVIOUS, "mvn", "-B", "-DskipTests", "package");
            OtherBuild.makeDemoDossiers("upgrade-begun", data, List.of("-jar", PREVIOUS.resolve("target/dossierwerk.jar").toString()));
        } finally {
            OtherBuild.run("upgrade-worktree", Path.of(""), "git", "worktree", "remove", "--force", PREVIOUS.toString());
        }
        TakenOver.goOn(data);
    }

    private static String previous() {
        try {
            return Files.readString(Path.of("src", "run", "previous-release")).strip();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
