package be.dossierwerk.activity;

import be.dossierwerk.parameter.ParameterList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts them on the screen of amounts and limits. */
@Component
class ActivityParameters implements ParameterList {

    @Override
    public List<ActivityParameter> kinds() {
        return List.of(ActivityParameter.values());
    }
}
