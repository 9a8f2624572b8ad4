package be.dossierwerk.sources;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a notice of a source once for each reference and tells the product, so that the matching ex officio file can begin. */
@Service
public class ReceiveNotice {

    /** ONBEKEND: no dossier is about this undertaking; the notice is kept and nothing else follows. */
    public enum Status {
        AANVAARD, ONBEKEND
    }

    /** {@code first}: this message brought the notice; otherwise an earlier one did. */
    public record Receipt(long id, Status status, boolean first) { }

    private record Kept(long id, Status status, SourceNotice notice) { }

    private static final int LONGEST_REFERENCE = 100;
    private static final BigDecimal MOST = new BigDecimal("999999999999.99");

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReceiveNotice(JdbcClient jdbc, CurrentActor currentActor, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** @throws Refused sources.notice.invalid naming every wrong field, or sources.notice.other-content when the reference was used for something else */
    @Transactional
    public Receipt receive(SourceNotice sent) {
        List<Refused.Field> wrong = wrong(sent);
        if (!wrong.isEmpty()) {
            throw new Refused("sources.notice.invalid", wrong, wrong.size());
        }
        SourceNotice notice = plain(sent);
        // Which of the two it was, is decided once: a dossier that is opened later does not change what the sender was told.
        Status status = jdbc.sql("select exists (select from dossier where enterprise_number = ?)").param(notice.enterpriseNumber())
                .query(Boolean.class).single() ? Status.AANVAARD : Status.ONBEKEND;
        // A second message with this reference waits here until the first has committed.
        var id = jdbc.sql("""
                insert into source_notice (source, reference, kind, enterprise_number, dated, amount, plan, successor, status, received_at, received_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (source, reference) do nothing returning id""")
                .params(notice.source().name(), notice.reference(), notice.kind().name(), notice.enterpriseNumber(), notice.date(), notice.amount(),
                        notice.plan() == null ? null : notice.plan().name(), notice.successor(), status.name(),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), currentActor.get().id())
                .query(Long.class).optional();
        if (id.isEmpty()) {
            Kept kept = kept(notice);
            if (!kept.notice.equals(notice)) {
                throw new Refused("sources.notice.other-content", notice.reference());
            }
            return new Receipt(kept.id, kept.status, false);
        }
        if (status == Status.AANVAARD) {
            events.publishEvent(new SourceNoticeReceived(id.get(), notice));
        }
        return new Receipt(id.get(), status, true);
    }

    /** What is wrong with it, field by field; empty when it can be received. */
    public List<Refused.Field> wrong(SourceNotice notice) {
        List<Refused.Field> wrong = new ArrayList<>();
        SourceNotice.Kind kind = notice.kind();
        check(wrong, kind != null, "kind", "sources.notice.kind");
        check(wrong, notice.source() != null, "source", "sources.notice.source");
        if (kind != null && notice.source() != null) {
            check(wrong, tells(notice.source(), kind), "source", "sources.notice.source-of-kind");
        }
        check(wrong, isText(notice.reference()), "reference", "sources.notice.reference", LONGEST_REFERENCE);
        boolean known = EnterpriseNumber.isValid(notice.enterpriseNumber());
        check(wrong, known, "enterpriseNumber", "sources.number.wrong");
        check(wrong, notice.date() != null && !notice.date().isAfter(LocalDate.now(clock)), "date", "sources.notice.date");
        boolean debt = kind == SourceNotice.Kind.SCHULD;
        if (debt) {
            check(wrong, isAmount(notice.amount()), "amount", "sources.notice.amount");
            check(wrong, notice.plan() != null, "plan", "sources.notice.plan",
                    Stream.of(RepaymentPlan.values()).map(Enum::name).collect(Collectors.joining(", ")));
        } else if (kind != null) {
            check(wrong, notice.amount() == null, "amount", "sources.notice.only-debt");
            check(wrong, notice.plan() == null, "plan", "sources.notice.only-debt");
        }
        if (kind == SourceNotice.Kind.FUSIE) {
            boolean other = EnterpriseNumber.isValid(notice.successor())
                    && !(known && EnterpriseNumber.parse(notice.successor()).equals(EnterpriseNumber.parse(notice.enterpriseNumber())));
            check(wrong, other, "successor", "sources.notice.successor");
        } else if (kind != null) {
            check(wrong, notice.successor() == null, "successor", "sources.notice.only-merger");
        }
        return wrong;
    }

    private static boolean tells(Source source, SourceNotice.Kind kind) {
        return switch (kind) {
            case SCHULD -> source.tellsDebt();
            case FAILLISSEMENT -> source == Source.REGSOL || source == Source.KBO;
            case STOPZETTING, FUSIE -> source == Source.KBO;
        };
    }

    private static boolean isText(String reference) {
        return reference != null && !reference.isBlank() && reference.length() <= LONGEST_REFERENCE && reference.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isAmount(BigDecimal amount) {
        return amount != null && amount.signum() > 0 && amount.compareTo(MOST) <= 0 && amount.stripTrailingZeros().scale() <= 2;
    }

    private static void check(List<Refused.Field> wrong, boolean holds, String field, String key, Object... args) {
        if (!holds) {
            wrong.add(new Refused.Field(field, key, args));
        }
    }

    /** One way to write each value, so that the same notice is recognised. */
    private static SourceNotice plain(SourceNotice sent) {
        return new SourceNotice(sent.kind(), sent.source(), sent.reference().strip(), EnterpriseNumber.parse(sent.enterpriseNumber()).digits(), sent.date(),
                sent.amount() == null ? null : sent.amount().setScale(2), sent.plan(),
                sent.successor() == null ? null : EnterpriseNumber.parse(sent.successor()).digits());
    }

    private Kept kept(SourceNotice same) {
        return jdbc.sql("""
                select id, status, kind, source, reference, enterprise_number, dated, amount, plan, successor from source_notice
                where source = ? and reference = ?""").params(same.source().name(), same.reference())
                .query((row, i) -> new Kept(row.getLong(1), Status.valueOf(row.getString(2)), new SourceNotice(SourceNotice.Kind.valueOf(row.getString(3)),
                        Source.valueOf(row.getString(4)), row.getString(5), row.getString(6), row.getObject(7, LocalDate.class), row.getBigDecimal(8),
                        row.getString(9) == null ? null : RepaymentPlan.valueOf(row.getString(9)), row.getString(10)))).single();
    }
}
