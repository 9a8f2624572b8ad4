package be.dossierwerk.infringement;

import be.dossierwerk.parameter.ParameterList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts them on the screen of amounts and limits. */
@Component
class InfringementParameters implements ParameterList {

    @Override
    public List<InfringementParameter> kinds() {
        return List.of(InfringementParameter.values());
    }
}
