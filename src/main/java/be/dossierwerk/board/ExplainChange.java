package be.dossierwerk.board;

import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.board.ShowNorm.Sheet;
import be.dossierwerk.security.CurrentActor;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Why a norm came out otherwise than in another period: volume, mix, pace and pauses, what weighs most, and where the time went (ADR 0034). */
@Service
public class ExplainChange {

    /**
     * {@code now}, {@code before}: the norm in both periods, in its newest version; {@code change}: empty when nothing counts in one of them;
     * {@code weighsNow}, {@code weighsBefore}: what keeps each result away from the other; {@code latest}: who went furthest past the norm.
     */
    public record Explanation(Sheet now, Period period, Sheet before, Period other, boolean hours, boolean pausesCount, Optional<ChangeOfNorm> change, WhatWeighs weighsNow,
                              WhatWeighs weighsBefore, List<Late> latest, StepTimes steps) { }

    /**
     * {@code tooLate}: days or hours past the norm, or short of it where it must take at least so long; {@code groupFile}: null for a dossier that stands alone;
     * {@code dossiers}: of that group file that missed the norm, of which this is the furthest.
     */
    public record Late(String dossier, String groupFile, long dossiers, LocalDate countedOn, Fraction tooLate) { }

    private static final int LATEST = 10;

    private final ShowNorm showNorm;
    private final ReadNormDossiers read;
    private final CurrentActor currentActor;

    ExplainChange(ShowNorm showNorm, ReadNormDossiers read, CurrentActor currentActor) {
        this.showNorm = showNorm;
        this.read = read;
        this.currentActor = currentActor;
    }

    /** @throws be.dossierwerk.shared.Refused security.role-missing, board.norm-unknown */
    @Transactional(readOnly = true)
    public Explanation of(String code, Period period, Period other) {
        currentActor.require(ShowBoard.READERS);
        Sheet now = showNorm.of(code, period);
        Sheet before = showNorm.of(code, other);
        List<NormDossier> recent = read.of(now.rows(), period);
        List<NormDossier> old = read.of(before.rows(), other);
        boolean hours = now.rows().stream().anyMatch(row -> row.limit().unit() == Limit.Unit.HOURS);
        long unit = hours ? ReadNormDossiers.MICROSECONDS_OF_AN_HOUR : 1;
        Optional<ChangeOfNorm> change = ChangeOfNorm.between(old, recent, unit);
        int fell = change.map(split -> -split.points().total().signum()).orElse(0);
        return new Explanation(now, period, before, other, hours, now.rows().stream().anyMatch(row -> !row.withoutPauses()), change, WhatWeighs.of(recent, fell), WhatWeighs.of(old, -fell),
                latest(recent, unit), StepTimes.of(old, recent, unit));
    }

    private static List<Late> latest(List<NormDossier> dossiers, long unit) {
        Comparator<NormDossier> furthestLast = Comparator.comparingLong(NormDossier::tooLate).thenComparing(NormDossier::number, Comparator.reverseOrder());
        Map<String, List<NormDossier>> missed = dossiers.stream().filter(dossier -> !dossier.met())
                .collect(Collectors.groupingBy(dossier -> dossier.groupFile() == null ? dossier.number() : dossier.groupFile()));
        return missed.values().stream().sorted(Comparator.comparing(together -> Collections.max(together, furthestLast), furthestLast.reversed())).limit(LATEST).map(together -> {
            NormDossier furthest = Collections.max(together, furthestLast);
            return new Late(furthest.number(), furthest.groupFile(), together.size(), furthest.on(), Fraction.of(furthest.tooLate(), unit));
        }).toList();
    }
}
