package be.dossierwerk.board;

import be.dossierwerk.board.NormDossier.Group;
import java.util.Comparator;
import java.util.List;

/**
 * The dossiers of a group in two periods beside each other, each in the order of our own time against what was allowed: what part of the change of the share
 * that met the norm comes from our own time, and what part from pauses (ADR 0034).
 */
record SideBySide(Fraction pace, Fraction pauses) {

    private static final Comparator<NormDossier> QUICKEST_FIRST = Comparator.comparingLong(SideBySide::own).thenComparingLong(NormDossier::paused);

    /** {@code before}, {@code now}: neither empty. Where one has more dossiers, each stands beside as large a piece of the other. */
    static SideBySide of(Group group, List<NormDossier> before, List<NormDossier> now) {
        List<NormDossier> old = before.stream().sorted(QUICKEST_FIRST).toList();
        List<NormDossier> recent = now.stream().sorted(QUICKEST_FIRST).toList();
        long pace = 0;
        long pauses = 0;
        long leftOfOld = recent.size();
        long leftOfRecent = old.size();
        for (int i = 0, j = 0; i < old.size();) {
            long piece = Math.min(leftOfOld, leftOfRecent);
            NormDossier was = old.get(i);
            NormDossier is = recent.get(j);
            int both = met(group, own(is), is.paused());
            int none = met(group, own(was), was.paused());
            int onlyPace = met(group, own(is), was.paused());
            int onlyPauses = met(group, own(was), is.paused());
            pace += piece * (onlyPace - none + both - onlyPauses);
            pauses += piece * (onlyPauses - none + both - onlyPace);
            leftOfOld -= piece;
            leftOfRecent -= piece;
            if (leftOfOld == 0) {
                i++;
                leftOfOld = recent.size();
            }
            if (leftOfRecent == 0) {
                j++;
                leftOfRecent = old.size();
            }
        }
        long pieces = 2L * old.size() * recent.size();
        return new SideBySide(Fraction.of(pace, pieces), Fraction.of(pauses, pieces));
    }

    private static long own(NormDossier dossier) {
        return dossier.own() - dossier.allowed();
    }

    private static int met(Group group, long own, long paused) {
        return NormDossier.met(group, group.pausesCount() ? own + paused : own) ? 1 : 0;
    }
}
