package be.dossierwerk;

import be.dossierwerk.audit.VerifyCommand;
import be.dossierwerk.board.BoardCommand;
import be.dossierwerk.board.ImportHistoryCommand;
import be.dossierwerk.deadline.TermsCommand;
import be.dossierwerk.evidence.ExportEvidenceCommand;
import be.dossierwerk.export.ExportLogCommand;
import be.dossierwerk.forecast.TestForecastCommand;
import be.dossierwerk.lint.LintCommand;
import com.vaadin.flow.component.page.AppShellConfigurator;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The back office of the service-voucher scheme: one process that serves screens, REST and the running procedures. */
@SpringBootApplication
@EnableScheduling
public class Dossierwerk implements AppShellConfigurator {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("terms")) {
            System.exit(TermsCommand.run(List.of(args).subList(1, args.length), System.out, System.err));
        }
        if (args.length > 0 && args[0].equals("lint")) {
            System.exit(LintCommand.run(List.of(args).subList(1, args.length), System.out, System.err));
        }
        if (args.length > 0 && args[0].equals("verify")) {
            System.exit(VerifyCommand.run(List.of(args).subList(1, args.length), System.out, System.err));
        }
        if (args.length > 0 && args[0].equals("export-evidence")) {
            System.exit(ExportEvidenceCommand.run(List.of(args).subList(1, args.length), System.out, System.err, () -> LeanStart.run()));
        }
        if (args.length > 0 && args[0].equals("export-log")) {
            System.exit(ExportLogCommand.run(List.of(args).subList(1, args.length), System.out, System.err, () -> LeanStart.run()));
        }
        if (args.length > 0 && args[0].equals("import-history")) {
            System.exit(ImportHistoryCommand.run(List.of(args).subList(1, args.length), System.out, System.err, () -> LeanStart.prepared()));
        }
        if (args.length > 0 && args[0].equals("boordtabel")) {
            System.exit(BoardCommand.run(List.of(args).subList(1, args.length), System.out, System.err, () -> LeanStart.run()));
        }
        if (args.length > 0 && args[0].equals("voorspelling-toetsen")) {
            System.exit(TestForecastCommand.run(List.of(args).subList(1, args.length), System.out, System.err, () -> LeanStart.run()));
        }
        SpringApplication.run(Dossierwerk.class, args);
    }
}
