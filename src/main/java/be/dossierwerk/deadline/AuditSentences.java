package be.dossierwerk.deadline;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the record speaks of dates and grounds: in Dutch, because the record is a legal one. */
final class AuditSentences {

    private static final DateTimeFormatter PROSE = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.forLanguageTag("nl-BE"));

    private AuditSentences() { }

    static String prose(LocalDate date) {
        return PROSE.format(date);
    }

    static String lastDay(LocalDate due) {
        return due == null ? "de laatste dag is nog niet bekend" : "de laatste dag is " + prose(due);
    }

    /** What the file waits for, to follow "wacht op". */
    static String awaited(PauseGround ground) {
        return switch (ground) {
            case AANVULLING_AANVRAGER -> "ontbrekende stukken van de aanvrager";
            case REACTIE_ADVIES -> "de reactie van de aanvrager op het advies";
            case VERWEER -> "het verweer van de aanvrager";
            case ADVIES_DERDE -> "het advies van een derde";
            case BRON_DERDE -> "gegevens van een derde";
        };
    }

    static String delay(DelayReason reason) {
        return switch (reason) {
            case WACHT_HANDTEKENING -> "wachten op de handtekening";
            case COMMISSIE_AFGELAST -> "de commissie werd afgelast";
            case BRON_ONBESCHIKBAAR -> "een bron was niet beschikbaar";
            case CAPACITEIT -> "te weinig mensen";
            case GROEPSDOSSIER -> "het dossier hoort bij een groep";
            case OVERMACHT -> "overmacht";
        };
    }

    /** Why a countdown stops. */
    static String lapse(LapseGround ground) {
        return switch (ground) {
            case BESLISSING_BETEKEND -> "de beslissing is betekend";
            case AANMANING_INGETROKKEN -> "de aanmaning is ingetrokken";
            case AANMANING_ONGELDIG -> "de aanmaning is ongeldig";
        };
    }

    static String mark(LapseMark mark) {
        return mark == LapseMark.START ? "bij de start" : "nog " + days(mark.daysLeft());
    }

    static String days(int days) {
        return days == 1 ? "1 kalenderdag" : days + " kalenderdagen";
    }
}
