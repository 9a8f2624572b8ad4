package be.dossierwerk.recognition;

import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.EnterpriseNumber;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the own register says of the people of an application: who directed an undertaking that was withdrawn (C08). */
@Component
class BarredDirectors {

    private final Dossiers dossiers;
    private final Recognitions recognitions;
    private final Clock clock;

    BarredDirectors(Dossiers dossiers, Recognitions recognitions, Clock clock) {
        this.dossiers = dossiers;
        this.recognitions = recognitions;
        this.clock = clock;
    }

    /** Who, which undertaking, since when, by which dossier and why; empty when nobody is barred. */
    Optional<String> evidence(String dossier) {
        List<String> people = dossiers.parties(dossier).stream().map(Dossiers.Party::nationalNumber).filter(Objects::nonNull).toList();
        List<Recognitions.Bar> bars = recognitions.barred(people, LocalDate.now(clock));
        return bars.isEmpty() ? Optional.empty() : Optional.of(bars.stream().map(BarredDirectors::sentence).collect(Collectors.joining("\n")));
    }

    private static String sentence(Recognitions.Bar bar) {
        return "%s bestuurde %s (ondernemingsnummer %s, erkenning %s). Die erkenning is %s vanaf %s door dossier %s%s.".formatted(bar.person(), bar.undertaking(),
                EnterpriseNumber.format(bar.enterpriseNumber()), bar.recognitionNumber(), ChangeRecognition.words(bar.status()), Dates.prose(bar.on()),
                bar.dossier(), bar.ground() == null ? "" : ", grond " + bar.ground());
    }
}
