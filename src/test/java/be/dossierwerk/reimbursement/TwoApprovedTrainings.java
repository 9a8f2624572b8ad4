package be.dossierwerk.reimbursement;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** An internal and an external training that were approved; how that goes is another module's test. */
@TestConfiguration
public class TwoApprovedTrainings {

    @Bean
    @Primary
    ApprovedTrainings ergonomicsAndDutch() {
        return (code, day) -> Optional.ofNullable(switch (code) {
            case "OPL-7" -> Claims.training(TrainingType.INTERN);
            case "OPL-9" -> new Claim.Training("OPL-9", "Nederlands op de werkvloer", TrainingType.EXTERN, LocalDate.of(2027, 4, 1), LocalDate.of(2027, 12, 31));
            default -> null;
        });
    }
}
