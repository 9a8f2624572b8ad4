package be.dossierwerk.correspondence;

import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.shared.Refused;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A dossier in memory with a subject whose name must be escaped, for tests that look at letters only. */
class InventedDossiers extends Dossiers {

    static final String NUMBER = "DC-ERK-2027-00007";
    static final String SUBJECT = "Poets & Co <b>100%</b> bv";

    final Map<UUID, byte[]> contents = new LinkedHashMap<>();
    final Map<UUID, Document> attached = new HashMap<>();
    String email = "info@poets.example";
    String handlerName = "An Peeters";
    boolean broken;

    InventedDossiers() {
        super(null, null, null, null);
    }

    @Override
    public Details get(String number) {
        return new Details(number, "erkenning", SUBJECT, "0403.170.701", "Gent", "PORTAAL", LocalDate.of(2027, 3, 10), null, "an", handlerName,
                email, "IN_BEHANDELING", null, null);
    }

    @Override
    public List<Party> parties(String number) {
        return List.of(new Party(UUID.randomUUID(), "ONDERNEMING", SUBJECT, "AANVRAGER", null, "Kade 1\n9000 Gent"));
    }

    @Override
    public UUID attach(String number, String kind, String title, String fileName, byte[] content, LocalDate dated) {
        UUID id = UUID.randomUUID();
        contents.put(id, content);
        attached.put(id, new Document(id, number, kind, title, fileName, "application/pdf", content.length, null, dated, null, null));
        return id;
    }

    @Override
    public byte[] content(UUID document) {
        if (broken) {
            throw new Refused("dossier.unknown");
        }
        return contents.get(document);
    }
}
