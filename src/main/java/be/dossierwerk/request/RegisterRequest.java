package be.dossierwerk.request;

import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.shared.AttachedFile;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a complaint and an openness request have in common when they come in: who asks, and that the same one makes one dossier. */
@Component
class RegisterRequest {

    /** What the dossier of this kind is: its process, the middle of its number, what the requester is called, and the title of its first document. */
    record Kind(String process, String prefix, String role, String document) { }

    static final String ANONYMOUS = "Anoniem";
    private static final int NAME_LIMIT = 200;
    private static final int TEXT_LIMIT = 10_000;

    private final Dossiers dossiers;
    private final JdbcClient jdbc;
    private final Clock clock;

    RegisterRequest(Dossiers dossiers, JdbcClient jdbc, Clock clock) {
        this.dossiers = dossiers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The dossier that an earlier try made. A second try waits here for the first. */
    Optional<String> before(UUID action) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 17))").param(action.toString()).query().singleRow();
        return jdbc.sql("select dossier from request where action_id = ?").param(action).query(String.class).optional();
    }

    /** Every field that is wrong; of somebody anonymous nothing but the way and the day is asked. */
    List<Refused.Field> check(Requester requester, boolean anonymous, List<AttachedFile> attachments) {
        List<Refused.Field> wrong = new ArrayList<>();
        if (!anonymous) {
            needed(wrong, "name", requester.name());
            needed(wrong, "street", requester.street());
            needed(wrong, "municipality", requester.municipality());
            if (text(requester.postalCode()) == null || !requester.postalCode().strip().matches("[1-9][0-9]{3}")) {
                wrong.add(new Refused.Field("postalCode", "request.field.postal-code"));
            }
            if (text(requester.email()) != null && !requester.email().strip().matches("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s]{2,}")) {
                wrong.add(new Refused.Field("email", "request.field.email"));
            }
        }
        if (requester.channel() == null) {
            wrong.add(new Refused.Field("channel", "request.field.channel"));
        } else if (requester.channel() != Channel.MONDELING && attachments.isEmpty()) {
            wrong.add(new Refused.Field("attachments", "request.field.attachments"));
        }
        pastDay(wrong, "receivedOn", requester.receivedOn());
        if (text(requester.about()) != null && dossiers.find(requester.about().strip()).isEmpty()) {
            wrong.add(new Refused.Field("about", "request.field.about", requester.about().strip()));
        }
        return wrong;
    }

    void pastDay(List<Refused.Field> wrong, String field, LocalDate day) {
        if (day == null) {
            wrong.add(new Refused.Field(field, "request.field.date"));
        } else if (day.isAfter(LocalDate.now(clock))) {
            wrong.add(new Refused.Field(field, "request.field.future"));
        }
    }

    void longText(List<Refused.Field> wrong, String field, String typed) {
        if (text(typed) == null) {
            wrong.add(new Refused.Field(field, "request.field.needed"));
        } else if (typed.length() > TEXT_LIMIT) {
            wrong.add(new Refused.Field(field, "request.field.too-long", TEXT_LIMIT));
        }
    }

    /** @throws Refused request.invalid, when anything is wrong */
    static void refuse(List<Refused.Field> wrong) {
        if (!wrong.isEmpty()) {
            throw new Refused("request.invalid", wrong, wrong.size());
        }
    }

    /** @return the dossier number */
    String open(UUID action, Kind kind, Requester requester, boolean anonymous, List<AttachedFile> attachments) {
        String name = anonymous ? ANONYMOUS : requester.name().strip();
        String dossier = dossiers.open(new Dossiers.NewDossier(kind.process(), kind.prefix(), name, null, text(requester.municipality()), requester.channel().source(),
                requester.receivedOn(), null, text(requester.email())));
        jdbc.sql("insert into request (dossier, action_id, channel, street, postal_code, municipality, about) values (?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(dossier, action, requester.channel().name(), text(requester.street()), text(requester.postalCode()), text(requester.municipality()),
                        text(requester.about()))).update();
        if (!anonymous) {
            dossiers.party(dossier, new Dossiers.Party(UUID.randomUUID(), "PERSOON", name, kind.role(), null,
                    "%s, %s %s".formatted(requester.street().strip(), requester.postalCode().strip(), requester.municipality().strip())));
        }
        attachments.forEach(file -> dossiers.attach(dossier, "BRIEFWISSELING", kind.document(), file.fileName(), file.content(), requester.receivedOn()));
        if (text(requester.about()) != null) {
            dossiers.link(dossier, requester.about().strip(), "%s over dit dossier".formatted(kind.document()));
        }
        return dossier;
    }

    /** Each line that says something, once. */
    static List<String> lines(String typed) {
        return typed == null ? List.of() : Stream.of(typed.split("\\R")).map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
    }

    static String text(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private static void needed(List<Refused.Field> wrong, String field, String typed) {
        if (text(typed) == null) {
            wrong.add(new Refused.Field(field, "request.field.needed"));
        } else if (typed.length() > NAME_LIMIT) {
            wrong.add(new Refused.Field(field, "request.field.too-long", NAME_LIMIT));
        }
    }
}
