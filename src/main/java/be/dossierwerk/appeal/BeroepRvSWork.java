package be.dossierwerk.appeal;

import be.dossierwerk.inbox.WaitingFor;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which term each task of an appeal to the Council of State counts. Its tasks wait for nobody; the appeal itself waits for the ruling. */
@Component
class BeroepRvSWork implements WaitingFor {

    @Override
    public String process() {
        return BeroepRvSModel.PROCESS;
    }

    @Override
    public Set<String> waitingTasks() {
        return Set.of();
    }

    @Override
    public String termOf(String taskKey) {
        return switch (taskKey) {
            case BeroepRvSModel.FILE_DEFENCE -> BeroepRvSModel.DEFENCE_TERM;
            case BeroepRvSModel.FILE_LAST_STATEMENT -> BeroepRvSModel.LAST_STATEMENT_TERM;
            default -> BeroepRvSModel.FILE_TERM;
        };
    }
}
