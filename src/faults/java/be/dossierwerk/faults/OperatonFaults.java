package be.dossierwerk.faults;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The engine can be exchanged for its free fork: {@code src/run/operaton.sh} moves a copy of the source, builds it and runs the tests that can run there, and
 * that build brings to their end the dossiers that this one began, on the same database. About ten minutes; Maven must be able to find Operaton 1.0.3.
 */
class OperatonFaults {

    @TempDir
    private Path data;

    @Test
    void dossiers_that_camunda_began_go_on_with_operaton() throws Exception {
        Path copy = Path.of("target", "operaton").toAbsolutePath();
        OtherBuild.makeDemoDossiers("operaton-begun", data, List.of("-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), "be.dossierwerk.Dossierwerk"));
        OtherBuild.run("operaton-build", Path.of(""), "src/run/operaton.sh", copy.toString());
        OtherBuild.run("operaton-taken-over", copy, "mvn", "-B", "-Pfaults", "test", "-Dtest=TakenOver", "-Dfaults.data=" + data);
    }
}
