package be.dossierwerk.withdrawal;

import be.dossierwerk.parameter.ParameterList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts them on the screen of amounts and limits. */
@Component
class ExOfficioParameters implements ParameterList {

    @Override
    public List<ExOfficioParameter> kinds() {
        return List.of(ExOfficioParameter.values());
    }
}
