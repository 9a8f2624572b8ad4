package be.dossierwerk.recovery;

import be.dossierwerk.parameter.ParameterList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts them on the screen of amounts and limits. */
@Component
class RecoveryParameters implements ParameterList {

    @Override
    public List<RecoveryParameter> kinds() {
        return List.of(RecoveryParameter.values());
    }
}
