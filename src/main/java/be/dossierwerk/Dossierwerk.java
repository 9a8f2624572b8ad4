package be.dossierwerk;

import be.dossierwerk.audit.VerifyCommand;
import be.dossierwerk.deadline.TermsCommand;
import be.dossierwerk.evidence.ExportEvidenceCommand;
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
            // On a port that nobody knows, without rounds of the engine: it only reads, and writes that it did.
            System.exit(ExportEvidenceCommand.run(List.of(args).subList(1, args.length), System.out, System.err, () -> SpringApplication.run(Dossierwerk.class,
                    "--server.port=0", "--server.address=127.0.0.1", "--dossierwerk.demo-dossiers=0", "--camunda.bpm.job-execution.enabled=false",
                    "--spring.main.banner-mode=off", "--logging.level.root=warn")));
        }
        SpringApplication.run(Dossierwerk.class, args);
    }
}
