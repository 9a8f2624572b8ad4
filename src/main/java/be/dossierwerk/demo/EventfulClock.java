package be.dossierwerk.demo;

import be.dossierwerk.deadline.AdjustTerm;
import be.dossierwerk.deadline.CorrectionGround;
import be.dossierwerk.deadline.ExtensionGround;
import be.dossierwerk.deadline.Justification;
import be.dossierwerk.deadline.LedgerLine;
import be.dossierwerk.deadline.PauseByHand;
import be.dossierwerk.deadline.PauseGround;
import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.deadline.Terms;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Lets a handler write down three pauses that overlap, an extension, and a pause that is countered. Of the term to decide in then remain the
 * 120 days, 11 days of pause (the 4th to the 14th day) and 10 of extension.
 */
@Component
class EventfulClock {

    private static final String DECISION = "T-REC-01";
    private static final int LAST_EVENT = 20;

    private final Terms terms;
    private final PauseByHand pauseByHand;
    private final AdjustTerm adjustTerm;

    EventfulClock(Terms terms, PauseByHand pauseByHand, AdjustTerm adjustTerm) {
        this.terms = terms;
        this.pauseByHand = pauseByHand;
        this.adjustTerm = adjustTerm;
    }

    /** @return whether that dossier's term to decide in has run long enough for the tale */
    boolean suits(String dossier, LocalDate today) {
        return start(dossier).filter(start -> !start.plusDays(LAST_EVENT).isAfter(today)).isPresent() && terms.openPauses(dossier).isEmpty();
    }

    void happen(String dossier) {
        LocalDate start = start(dossier).orElseThrow();
        pause(dossier, start.plusDays(3), start.plusDays(10), "Gevraagd: recente balans", "Balans ontvangen");
        pause(dossier, start.plusDays(6), start.plusDays(14), "Gevraagd: huurcontract van het atelier", "Huurcontract ontvangen");
        pause(dossier, start.plusDays(8), start.plusDays(9), "Gevraagd: adres van een vestiging", "Adres ontvangen");
        adjustTerm.extend(dossier, DECISION, 10, new Justification<>(ExtensionGround.AKKOORD_AANVRAGER, "Mail van de aanvrager",
                "De aanvrager vroeg meer tijd voor een nieuw plan"));
        pause(dossier, start.plusDays(16), start.plusDays(LAST_EVENT), "Gevraagd: attest van de RSZ", "Attest ontvangen");
        long wrong = adjustTerm.ledger(dossier).stream().filter(line -> line.kind().equals("PAUSED")).max(Comparator.comparing(LedgerLine::id))
                .orElseThrow().id();
        adjustTerm.counter(dossier, wrong, new Justification<>(CorrectionGround.VERKEERD_GENOTEERD, "Nota van het overleg",
                "Het attest hoorde bij een ander dossier"));
    }

    private void pause(String dossier, LocalDate opened, LocalDate closed, String asked, String answered) {
        pauseByHand.pause(dossier, opened, new Justification<>(PauseGround.AANVULLING_AANVRAGER, "Onze brief", asked));
        pauseByHand.resume(dossier, closed, new Justification<>(PauseGround.AANVULLING_AANVRAGER, "Brief van de aanvrager", answered));
    }

    private Optional<LocalDate> start(String dossier) {
        return terms.of(dossier).stream().filter(term -> term.rule().equals(DECISION) && term.stoppedOn() == null).map(TermStanding::startedOn).findFirst();
    }
}
