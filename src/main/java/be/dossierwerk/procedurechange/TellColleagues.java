package be.dossierwerk.procedurechange;

import be.dossierwerk.alert.HoldWarnings;
import be.dossierwerk.alert.Warning;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.procedurechange.Changes.Change;
import be.dossierwerk.security.Roles;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whoever has tasks in what was published reads the release notes, in the transaction of the publication. */
@Component
class TellColleagues {

    private static final String SUBJECT = "PROCEDUREWIJZIGING";
    private static final int NEWS = 50;
    private static final Pattern GROUPS = Pattern.compile("candidateGroups=\"([^\"]+)\"");

    private final HoldWarnings holdWarnings;
    private final ChangeDrafts drafts;
    private final Changes changes;
    private final Clock clock;

    TellColleagues(HoldWarnings holdWarnings, ChangeDrafts drafts, Changes changes, Clock clock) {
        this.holdWarnings = holdWarnings;
        this.drafts = drafts;
        this.changes = changes;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ChangePublished event) {
        Change change = changes.get(event.change());
        Proposal proposal = drafts.proposal(event.change());
        String sentence = "\"%s\" geldt vanaf nu. %s".formatted(change.title(), change.notes());
        List<Warning> news = roles(proposal.proposed(), proposal.changed()).stream()
                .map(role -> new Warning(event.change(), NEWS, LocalDate.now(clock), role, null, sentence)).toList();
        holdWarnings.hold(SUBJECT, event.change(), news);
    }

    /** Who has tasks in the changed diagrams, or in those beside a changed table or form. */
    private static Set<String> roles(DiagramSet set, SortedSet<String> changed) {
        Set<String> roles = new TreeSet<>();
        for (String path : changed) {
            String folder = path.split("/")[1];
            set.paths().stream().filter(each -> each.endsWith(".bpmn") && (path.endsWith(".bpmn") ? each.equals(path) : each.startsWith("bpmn/" + folder + "/")))
                    .flatMap(each -> GROUPS.matcher(set.text(each).orElse("")).results()).flatMap(found -> java.util.Arrays.stream(found.group(1).split(","))).map(String::strip)
                    .filter(Roles.names()::containsKey).forEach(roles::add);
        }
        return roles;
    }
}
