package be.dossierwerk.mining;

import be.dossierwerk.modeling.WeighedDiagram;
import be.dossierwerk.security.CurrentActor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can be asked of an analysis, and the diagrams on which it is drawn. */
@Service
public class AnalysisChoices {

    /** A set of diagrams that dossiers of the procedure followed. */
    public record Version(String deployment, Instant publishedAt) { }

    public record Choices(List<Version> versions, List<String> outcomes, List<String> roles, List<String> sources) { }

    private final JdbcClient jdbc;
    private final Drawings drawings;
    private final SelectedDossiers selected;
    private final CurrentActor currentActor;

    AnalysisChoices(JdbcClient jdbc, Drawings drawings, SelectedDossiers selected, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.drawings = drawings;
        this.selected = selected;
        this.currentActor = currentActor;
    }

    /** The procedures that have dossiers, the one with the most first. */
    @Transactional(readOnly = true)
    public List<String> procedures() {
        currentActor.require(SelectedDossiers.READERS);
        return jdbc.sql("select procedure from dossier group by procedure order by count(*) desc, procedure").query(String.class).list();
    }

    /** The past year of the procedure with the most dossiers: those that were closed in it, or that were walked in it while none was closed. */
    @Transactional(readOnly = true)
    public Selection usual() {
        List<String> procedures = procedures();
        LocalDate to = selected.today();
        LocalDate from = to.minusYears(1);
        String procedure = procedures.isEmpty() ? null : procedures.get(0);
        boolean closed = jdbc.sql("select exists (select from dossier where procedure = ? and closed_on between ? and ?)").params(procedure, from, to).query(Boolean.class).single();
        return new Selection(procedure, closed ? Selection.Period.GESLOTEN : Selection.Period.GELOPEN, from, to, null, null, null, null, null, null);
    }

    @Transactional(readOnly = true)
    public Choices of(String procedure) {
        currentActor.require(SelectedDossiers.READERS);
        return new Choices(drawings.walked(procedure).stream().map(set -> new Version(set.deployment(), set.madeAt())).toList(),
                jdbc.sql("select distinct outcome from dossier where procedure = ? and outcome is not null order by 1").param(procedure).query(String.class).list(),
                List.copyOf(new TreeSet<>(drawings.tasks(procedure).keySet())),
                jdbc.sql("select distinct source from dossier where procedure = ? order by 1").param(procedure).query(String.class).list());
    }

    /** The diagram of the version that is asked, or the newest, with its building blocks and with what else was walked in that set. */
    public List<WeighedDiagram.Drawing> drawings(Selection selection, Set<String> processes) {
        Map<String, Drawings.Drawn> drawn = drawings.of(selection.version() == null ? drawings.newest() : selection.version());
        List<String> order = Drawings.called(selection.procedure(), drawn);
        processes.stream().filter(drawn::containsKey).sorted(Comparator.naturalOrder()).filter(process -> !order.contains(process)).forEach(order::add);
        return order.stream().filter(process -> processes.contains(process) || process.equals(selection.procedure()))
                .map(process -> new WeighedDiagram.Drawing(process, drawn.get(process).process().name(), drawn.get(process).xml(), drawn.get(process).process().steps().keySet())).toList();
    }
}
