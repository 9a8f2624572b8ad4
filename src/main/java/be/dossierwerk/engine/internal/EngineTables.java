package be.dossierwerk.engine.internal;

import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Creates the engine's tables from the scripts in its own jar, so that they stay out of our tree (stack.md). */
@Component
class EngineTables implements JavaMigration {

    private static final List<String> SCRIPTS = List.of("engine", "history", "identity", "decision.engine", "decision.history",
            "case.engine", "case.history");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("202611210000");
    }

    @Override
    public String getDescription() {
        return "engine create tables";
    }

    /** None: the scripts belong to the engine's version, and a run migration is not compared with them again. */
    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws Exception {
        try (Statement statement = context.getConnection().createStatement()) {
            for (String script : SCRIPTS) {
                statement.execute(new ClassPathResource("org/camunda/bpm/engine/db/create/activiti.postgres.create." + script + ".sql")
                        .getContentAsString(StandardCharsets.UTF_8));
            }
            // The engine ships no index on the due date: an idle poll over a million timers would read them all (quality.md A.2).
            statement.execute("create index act_idx_job_due on act_ru_job (duedate_) where retries_ > 0 and suspension_state_ = 1");
        }
    }
}
