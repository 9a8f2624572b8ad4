package be.dossierwerk.deadline;

import static be.dossierwerk.shared.Dates.prose;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How the record speaks of dates and grounds: in Dutch, because the record is a legal one. */
final class AuditSentences {

    private AuditSentences() { }

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
            case SCHORSING -> "het einde van de schorsing van de beslissing";
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

    /** What a change of the calendar makes of a day, to follow "dat". */
    static String becomes(LocalDate day, boolean holiday, String name) {
        return "%s %s (%s)".formatted(prose(day), holiday ? "een wettelijke feestdag is" : "geen wettelijke feestdag meer is", name);
    }

    /** How long a term is, such as "70 kalenderdagen". */
    static String length(TermUnit unit, int amount) {
        return switch (unit) {
            case CALENDAR_DAYS -> days(amount);
            case WORKING_DAYS -> amount == 1 ? "1 werkdag" : amount + " werkdagen";
            case WEEKS -> amount == 1 ? "1 week" : amount + " weken";
            case MONTHS -> amount == 1 ? "1 maand" : amount + " maanden";
            case YEARS -> amount + " jaar";
            case DAY_OF_NEXT_MONTH -> "tot dag " + amount + " van de volgende maand";
            case WORKING_DAY_OF_MONTH -> "tot werkdag " + amount + " van de maand";
        };
    }

    static String transition(Transition transition) {
        return switch (transition) {
            case NIEUWE_TERMIJNEN -> "voor nieuwe termijnen";
            case ALLE_LOPENDE -> "ook voor lopende termijnen";
        };
    }

    /** What differs, such as "60 kalenderdagen in plaats van 70 kalenderdagen". */
    static String changes(RuleVersion was, RuleChange is) {
        List<String> changes = new ArrayList<>();
        if (was.unit() != is.unit() || was.amount() != is.amount()) {
            changes.add(length(is.unit(), is.amount()) + " in plaats van " + length(was.unit(), was.amount()));
        }
        if (was.monthRule() != is.monthRule()) {
            changes.add("maanden worden anders geteld");
        }
        if (was.roll() != is.roll()) {
            changes.add(switch (is.roll()) {
                case NONE -> "een laatste dag in het weekend blijft staan";
                case LEGAL -> "een laatste dag in het weekend of op een feestdag schuift op";
                case LEGAL_AND_DECRETAL -> "een laatste dag in het weekend, op een feestdag of op 11 juli schuift op";
            });
        }
        if (!was.pauseGrounds().equals(is.pauseGrounds())) {
            changes.add(is.pauseGrounds().isEmpty() ? "de klok staat nooit stil" : "de klok staat stil bij het wachten op "
                    + is.pauseGrounds().stream().sorted().map(AuditSentences::awaited).collect(Collectors.joining(" en op ")));
        }
        if (!was.source().equals(is.source().strip())) {
            changes.add("de bron is " + is.source().strip());
        }
        return String.join("; ", changes);
    }
}
