package be.dossierwerk.fine;

import be.dossierwerk.parameter.DatedParameter;
import be.dossierwerk.parameter.DatedParameters;
import be.dossierwerk.parameter.ParameterList;
import be.dossierwerk.shared.Euros;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a fine may cost, by level and by the day of the offence report. The Flemish amounts were not seen (procedures.md 1.6, 5 U12). */
@Component
public class FineAmounts implements ParameterList {

    /** Both in euro and included. */
    record Range(BigDecimal least, BigDecimal most) {

        boolean holds(BigDecimal amount) {
            return amount.compareTo(least) >= 0 && amount.compareTo(most) <= 0;
        }
    }

    public static final List<String> LEVELS = List.of("NIVEAU_1", "NIVEAU_2", "NIVEAU_3", "NIVEAU_4");

    private final DatedParameters parameters;

    FineAmounts(DatedParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public List<FineParameter> kinds() {
        return List.of(FineParameter.values());
    }

    /** Empty when somebody still has to record an amount for that day. */
    Optional<Range> range(String level, int workers, LocalDate day) {
        Map<FineParameter, DatedParameter<FineParameter>> on = parameters.on(day, kinds());
        DatedParameter<FineParameter> least = on.get(FineParameter.valueOf(level + "_MINIMUM"));
        DatedParameter<FineParameter> most = on.get(FineParameter.valueOf(level + "_MAXIMUM"));
        DatedParameter<FineParameter> surcharge = on.get(FineParameter.OPDECIEMEN);
        if (least == null || most == null || surcharge == null) {
            return Optional.empty();
        }
        BigDecimal times = surcharge.amount().multiply(BigDecimal.valueOf(workers));
        return Optional.of(new Range(least.amount().multiply(times).setScale(2), most.amount().multiply(times).setScale(2)));
    }

    /** For one worker, a line for each level that is known, with where the amounts come from. */
    String inWords(LocalDate day) {
        String lines = LEVELS.stream().flatMap(level -> range(level, 1, day).map(range -> "Niveau %s: van %s tot %s".formatted(
                level.substring(level.length() - 1), Euros.prose(range.least()), Euros.prose(range.most()))).stream()).collect(Collectors.joining("\n"));
        String sources = parameters.on(day, kinds()).values().stream().map(DatedParameter::source).distinct().collect(Collectors.joining("; "));
        return Stream.of(lines.isEmpty() ? "Voor deze dag noteerde nog niemand de bedragen." : lines, sources.isEmpty() ? "" : "Bron: " + sources + ".")
                .filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
    }
}
