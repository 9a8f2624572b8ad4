package be.dossierwerk.withdrawal;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deposit.DepositEnd;
import be.dossierwerk.engine.DecisionTables;
import be.dossierwerk.parameter.DatedParameters;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.sources.RepaymentPlan;
import be.dossierwerk.sources.Source;
import be.dossierwerk.sources.SourceNotice;
import be.dossierwerk.sources.SourceNoticeReceived;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A notice of a source begins the matching ex officio file by itself, once; a small debt is only noted (procedures.md 1.13, D3). */
@Service
class ExOfficioNotices {

    private final StartExOfficio startExOfficio;
    private final DatedParameters parameters;
    private final Recognitions recognitions;
    private final DecisionTables tables;
    private final CurrentActor currentActor;
    private final AuditLog audit;

    ExOfficioNotices(StartExOfficio startExOfficio, DatedParameters parameters, Recognitions recognitions, DecisionTables tables, CurrentActor currentActor,
                     AuditLog audit) {
        this.startExOfficio = startExOfficio;
        this.parameters = parameters;
        this.recognitions = recognitions;
        this.tables = tables;
        this.currentActor = currentActor;
        this.audit = audit;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void received(SourceNoticeReceived event) {
        SourceNotice notice = event.notice();
        recognitions.active(notice.enterpriseNumber()).ifPresent(recognition -> currentActor.as(Actor.SYSTEM, () -> {
            deal(notice, recognition.dossier());
            return null;
        }));
    }

    private void deal(SourceNotice notice, String recognition) {
        String evidence = evidence(notice);
        boolean merged = notice.kind() == SourceNotice.Kind.FUSIE;
        boolean ceased = notice.kind() == SourceNotice.Kind.FAILLISSEMENT || notice.kind() == SourceNotice.Kind.STOPZETTING;
        BigDecimal debt = notice.amount() == null || notice.plan() == RepaymentPlan.NAGELEEFD ? BigDecimal.ZERO : notice.amount();
        Map<String, Object> found = tables.ask("ambtshalve-grond", recognition, Map.of("gestopt", ceased, "gefuseerd", merged, "schuld", debt.doubleValue(),
                "drempel", parameters.get(ExOfficioParameter.SCHULDGRENS, notice.date()).doubleValue(), "maandenZonderCheques", 0, "maandenErkend", 0, "periode", 12)).get(0);
        String ground = (String) found.get("code");
        Optional<Refused> whyNot = startExOfficio.whyNot(notice.enterpriseNumber());
        if (ground.equals("GEEN") || whyNot.isPresent()) {
            audit.record(AuditLog.Entry.of(recognition, "MELDING_GENOTEERD", "%s Er begon geen ambtshalve dossier: %s".formatted(evidence,
                    whyNot.isPresent() ? "er loopt er al een." : found.get("uitleg"))));
            return;
        }
        startExOfficio.start(new StartExOfficio.Request(notice.enterpriseNumber(), ground, notice.source() + " " + notice.reference(), evidence, false,
                notice.source() == Source.RSZ ? amount(notice) : BigDecimal.ZERO, notice.source() == Source.FISCUS ? amount(notice) : BigDecimal.ZERO,
                notice.successor(), notice.kind() == SourceNotice.Kind.STOPZETTING ? DepositEnd.VOLUNTARY : null));
    }

    private static BigDecimal amount(SourceNotice notice) {
        return notice.amount() == null ? BigDecimal.ZERO : notice.amount();
    }

    private static String evidence(SourceNotice notice) {
        String about = "Volgens %s (melding %s)".formatted(notice.source().inWords(), notice.reference());
        String day = Dates.prose(notice.date());
        return switch (notice.kind()) {
            case SCHULD -> "%s heeft de onderneming op %s een schuld van %s, %s.".formatted(about, day, Euros.prose(notice.amount()), switch (notice.plan()) {
                case GEEN -> "zonder afbetalingsplan";
                case NAGELEEFD -> "met een afbetalingsplan dat zij naleeft";
                case NIET_NAGELEEFD -> "met een afbetalingsplan dat zij niet naleeft";
            });
            case FAILLISSEMENT -> "%s is de onderneming failliet sinds %s.".formatted(about, day);
            case STOPZETTING -> "%s is de onderneming stopgezet sinds %s.".formatted(about, day);
            case FUSIE -> "%s ging de onderneming op %s op in onderneming %s.".formatted(about, day, EnterpriseNumber.format(notice.successor()));
        };
    }
}
