package be.dossierwerk.sources;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts questions that must be answered in the end, in the transaction of the asker: {@link SourceAnswered} follows once for each, and
 * {@link PersonAsked} before that when a source stays away. A question that still waits is not put a second time.
 */
@Service
public class AskLater {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final Clock clock;

    AskLater(JdbcClient jdbc, CurrentActor currentActor, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Refused sources.number.wrong */
    @Transactional
    public void ask(String dossier, String enterpriseNumber, Set<Source> sources) {
        if (!EnterpriseNumber.isValid(enterpriseNumber)) {
            throw new Refused("sources.number.wrong");
        }
        String number = EnterpriseNumber.parse(enterpriseNumber).digits();
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        audit.lock(dossier);
        List<String> asked = new ArrayList<>();
        for (Source source : new TreeSet<>(sources)) {
            int put = jdbc.sql("""
                    insert into source_question (dossier, enterprise_number, source, next_try_at, first_asked_at) values (?, ?, ?, ?, ?)
                    on conflict (dossier, enterprise_number, source) where status <> 'ANSWERED' do nothing""")
                    .params(dossier, number, source.name(), now, now).update();
            if (put == 1) {
                asked.add(source.inWords());
            }
        }
        if (!asked.isEmpty()) {
            audit.record(AuditLog.Entry.of(dossier, "BRONNEN_TE_BEVRAGEN", "%s zette vragen over onderneming %s klaar voor %s.".formatted(
                    currentActor.get().name(), EnterpriseNumber.format(number), list(asked))));
        }
    }

    private static String list(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " en " + names.get(last);
    }
}
