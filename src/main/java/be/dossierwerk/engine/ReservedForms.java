package be.dossierwerk.engine;

import be.dossierwerk.security.Roles;
import java.util.Map;
import java.util.Set;

/**
 * Forms for which law or mandate, and not the diagram, says who may send them (ADR 0021). Whoever sends a form and whoever checks a diagram read this one list,
 * without beans, so a manager knows beforehand what is refused afterwards. Sources: the groups of procedures.md 0.6 and the chapters named below.
 */
public final class ReservedForms {

    private static final Map<String, Set<String>> ROLES = Map.ofEntries(
            // The legal check, the approval and the signature of every decision (D13, 1.1 step 8).
            Map.entry("bouwstenen/juridisch-nazicht", Set.of(Roles.LAWYER)),
            Map.entry("bouwstenen/beslissing-goedkeuren", Set.of(Roles.HEAD)),
            Map.entry("bouwstenen/ondertekenen", Set.of(Roles.SIGNATORY)),
            // An advice is the committee's own: its secretariat records it, not who asked for it (1.7, 1.11).
            Map.entry("bouwstenen/advies-registreren", Set.of(Roles.SECRETARIAT)),
            Map.entry("opleiding-goedkeuring/opleiding-advies", Set.of(Roles.FUND_SECRETARIAT, Roles.SECRETARIAT)),
            // Convictions and prohibitions are shown to few (art. 10 GDPR; 1.14, 9).
            Map.entry("erkenning/bronnen-nagaan", Set.of(Roles.HANDLER, Roles.LAWYER, Roles.TEAM_LEAD, Roles.HEAD)),
            Map.entry("erkenning/voorwaarden-beoordelen", Set.of(Roles.HANDLER, Roles.LAWYER, Roles.TEAM_LEAD, Roles.HEAD)),
            // Inspection belongs to inspectors alone (0.5, decree of 30-4-2004; 1.4).
            Map.entry("inbreukdossier/hercontrole", Set.of(Roles.INSPECTOR)),
            // A fine is handled by its cell; for all others it is there to be read (1.6).
            Map.entry("administratieve-geldboete/parketbeslissing-registreren", Set.of(Roles.FINES)),
            Map.entry("administratieve-geldboete/opportuniteit-beoordelen", Set.of(Roles.FINES)),
            Map.entry("administratieve-geldboete/bedrag-bepalen", Set.of(Roles.FINES)),
            Map.entry("administratieve-geldboete/uitspraak-registreren", Set.of(Roles.FINES, Roles.LAWYER)),
            // Who acts for the department before the Raad van State, and says what its judgment undoes (1.10).
            Map.entry("beroep-raad-van-state/dossier-neerleggen", Set.of(Roles.LAWYER)),
            Map.entry("beroep-raad-van-state/memorie-indienen", Set.of(Roles.LAWYER)),
            Map.entry("beroep-raad-van-state/herneming-kiezen", Set.of(Roles.LAWYER)),
            // Somebody above the handler answers a complaint (1.10).
            Map.entry("klacht/antwoord-nazien", Set.of(Roles.HEAD, Roles.LAWYER)),
            // Money: four eyes, and who pays does not choose the account (1.5, 1.8, 1.9, D13).
            Map.entry("opleidingsbudget/verdeling-voorstellen", Set.of(Roles.FUND_SECRETARIAT, Roles.TEAM_LEAD)),
            Map.entry("opleidingsbudget/verdeling-nazien", Set.of(Roles.FINANCE)),
            Map.entry("opleiding-terugbetaling/tweede-controle", Set.of(Roles.FUND_SECRETARIAT, Roles.HANDLER, Roles.FINANCE)),
            Map.entry("opleiding-terugbetaling/rekening-nagaan", Set.of(Roles.FUND_SECRETARIAT, Roles.HANDLER)),
            Map.entry("terugvordering/berekening-nazien", Set.of(Roles.HANDLER, Roles.LAWYER, Roles.FINANCE)),
            // A procedure is changed by two managers (ADR 0017).
            Map.entry("procedurewijziging/ontwerp-uitwerken", Set.of(Roles.MANAGER)),
            Map.entry("procedurewijziging/wijziging-beoordelen", Set.of(Roles.MANAGER)));

    /** Who looks on, and who draws the procedures, does no work in dossiers. */
    private static final Set<String> NO_WORK = Set.of(Roles.AUDITOR, Roles.MANAGER);

    private ReservedForms() { }

    /** The roles of which one is needed to send the form; empty where the diagram alone says who may. */
    public static Set<String> onlyFor(String form) {
        return ROLES.getOrDefault(form, Set.of());
    }

    /** Whether a diagram may give a task with this form to that group. */
    public static boolean allows(String form, String group) {
        return ROLES.containsKey(form) ? ROLES.get(form).contains(group) : !NO_WORK.contains(group);
    }

    public static Set<String> all() {
        return ROLES.keySet();
    }
}
