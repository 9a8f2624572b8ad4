package be.dossierwerk.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The requests for documents as they stand; for the dossier page and the procedure. */
@Service
public class OpenbaarheidRequests {

    /** {@code question}: what the requester had to make clear; {@code extendedOn}: null until the term was extended. */
    public record Openbaarheid(String dossier, String question, OpenbaarheidRefusal refusal, String explanation, LocalDate extendedOn, String extendedBecause) { }

    /** {@code document}: what is handed over, null until somebody pointed to it; {@code livesIn}: the dossier of that document. */
    public record Item(UUID id, int position, String description, UUID document, String livesIn, String title, DocumentJudgement judgement, String exception,
                       String reason) {

        public boolean handedOver() {
            return judgement == DocumentJudgement.OPENBAAR || judgement == DocumentJudgement.GEDEELTELIJK;
        }
    }

    private final JdbcClient jdbc;

    OpenbaarheidRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty for a dossier of another procedure. */
    public Optional<Openbaarheid> find(String dossier) {
        return jdbc.sql("select dossier, question, refusal, explanation, extended_on, extended_because from openbaarheid where dossier = ?").param(dossier)
                .query(Openbaarheid.class).optional();
    }

    Openbaarheid get(String dossier) {
        return find(dossier).orElseThrow(() -> new IllegalStateException("no openness request in " + dossier));
    }

    /** The documents that are asked for, in the order of the request. */
    public List<Item> items(String dossier) {
        return jdbc.sql("""
                select r.id, r.position, r.description, r.document, d.dossier as lives_in, d.title, r.judgement, r.exception, r.reason
                from requested_document r left join document d on d.id = r.document where r.dossier = ? order by r.position""").param(dossier).query(Item.class).list();
    }

    /** What is asked for is written anew; what was judged or pointed to before falls away. */
    void ask(String dossier, List<String> descriptions) {
        if (descriptions.equals(items(dossier).stream().map(Item::description).toList())) {
            return;
        }
        jdbc.sql("delete from requested_document where dossier = ?").param(dossier).update();
        for (int i = 0; i < descriptions.size(); i++) {
            jdbc.sql("insert into requested_document (id, dossier, position, description) values (?, ?, ?, ?)")
                    .params(UUID.randomUUID(), dossier, i + 1, descriptions.get(i)).update();
        }
    }
}
