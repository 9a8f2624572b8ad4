package be.dossierwerk.activity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every undertaking that has or had a recognition number, for the length of one import. */
final class RecordedUndertakings {

    private final Map<String, String> byRecognition = new HashMap<>();
    private final Set<String> enterprises = new HashSet<>();

    private RecordedUndertakings() { }

    static RecordedUndertakings read(JdbcClient jdbc) {
        RecordedUndertakings all = new RecordedUndertakings();
        jdbc.sql("select recognition_number, enterprise_number from recognition where recognition_number is not null").query(row -> {
            all.add(row.getString(1), row.getString(2));
        });
        return all;
    }

    void add(String recognitionNumber, String enterpriseNumber) {
        byRecognition.put(recognitionNumber, enterpriseNumber);
        enterprises.add(enterpriseNumber);
    }

    /** The enterprise number behind a recognition number, or null. */
    String behind(String recognitionNumber) {
        return byRecognition.get(recognitionNumber);
    }

    boolean knows(String enterpriseNumber) {
        return enterprises.contains(enterpriseNumber);
    }
}
