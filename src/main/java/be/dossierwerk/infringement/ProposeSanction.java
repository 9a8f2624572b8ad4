package be.dossierwerk.infringement;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.DecisionTables;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks the table sanctie-voorstel what would fit; advice only, a person decides (procedures.md D5). */
@Service
public class ProposeSanction {

    private static final Map<String, String> WORDS = Map.of("WAARSCHUWING", "waarschuwing", "REGULARISATIE", "regularisatie",
            "INTREKKING_MET_VOORWAARDEN", "intrekking met voorwaarden", "INTREKKING_ZONDER_VOORWAARDEN", "intrekking zonder voorwaarden",
            "INHOUDING_5EUR", "inhouding van 5 euro per cheque", "INHOUDING_VOLLEDIG", "inhouding van de volledige inruilwaarde",
            "TERUGVORDERING", "terugvordering", "PJ_AUDITEUR", "melding aan de arbeidsauditeur");

    private final Cases cases;
    private final DecisionTables tables;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    ProposeSanction(Cases cases, DecisionTables tables, AuditLog audit, JdbcClient jdbc) {
        this.cases = cases;
        this.tables = tables;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /** @return whether a change of the retention is being decided: then the infringements are decided after it */
    @Transactional
    public boolean propose(String dossier) {
        audit.lock(dossier);
        Cases.Case file = cases.of(dossier);
        jdbc.sql("delete from infringement_measure where dossier = ?").param(dossier).update();
        for (Map<String, Object> row : tables.ask("sanctie-voorstel", dossier, Map.of("ernst", file.severity(), "herhaling", file.repeated(),
                "geregulariseerd", file.regularisation().equals("GEREGULARISEERD"), "bedrag", file.undueAmount().doubleValue()))) {
            jdbc.sql("insert into infringement_measure (dossier, measure, why) values (?, ?, ?) on conflict do nothing")
                    .params(dossier, row.get("maatregel"), row.get("waarom")).update();
        }
        audit.record(AuditLog.Entry.of(dossier, "MAATREGELEN_VOORGESTELD", "De tabel stelt voor: %s. Een mens beslist.".formatted(inWords(dossier))));
        return file.reviewWanted() != null;
    }

    /** "waarschuwing, terugvordering"; empty before the table was asked. */
    @Transactional(readOnly = true)
    public String inWords(String dossier) {
        return jdbc.sql("select measure from infringement_measure where dossier = ? order by measure").param(dossier).query(String.class).list().stream()
                .map(WORDS::get).collect(Collectors.joining(", "));
    }
}
