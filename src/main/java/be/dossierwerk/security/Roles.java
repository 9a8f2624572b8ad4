package be.dossierwerk.security;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The roles of procedures.md 0.6; each value is also the candidate group in the diagrams. */
public final class Roles {

    public static final String INTAKE = "dc-onthaal";
    public static final String HANDLER = "dc-dossierbehandelaar";
    public static final String LAWYER = "dc-jurist";
    public static final String SECRETARIAT = "dc-secretariaat";
    public static final String COMMITTEE = "dc-commissie";
    public static final String CHAIR = "dc-voorzitter";
    public static final String TEAM_LEAD = "dc-teamlead";
    public static final String HEAD = "dc-afdelingshoofd";
    public static final String SIGNATORY = "minister-tekenbevoegde";
    public static final String INSPECTOR = "vsi-inspecteur";
    public static final String FINES = "cel-ag";
    public static final String FUND_SECRETARIAT = "ofdc-secretariaat";
    public static final String FUND_COMMITTEE = "ofdc-commissie";
    public static final String FINANCE = "fin-boekhouding";
    public static final String AUDITOR = "dw-auditor";
    public static final String MANAGER = "dw-procedurebeheerder";

    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put(INTAKE, "Onthaal");
        NAMES.put(HANDLER, "Dossierbehandelaar");
        NAMES.put(LAWYER, "Jurist");
        NAMES.put(SECRETARIAT, "Secretariaat adviescommissie");
        NAMES.put(COMMITTEE, "Lid adviescommissie");
        NAMES.put(CHAIR, "Voorzitter adviescommissie");
        NAMES.put(TEAM_LEAD, "Teamleider");
        NAMES.put(HEAD, "Afdelingshoofd");
        NAMES.put(SIGNATORY, "Tekenbevoegde");
        NAMES.put(INSPECTOR, "Inspecteur VSI");
        NAMES.put(FINES, "Cel administratieve geldboetes");
        NAMES.put(FUND_SECRETARIAT, "Secretariaat opleidingsfonds");
        NAMES.put(FUND_COMMITTEE, "Commissie opleidingsfonds");
        NAMES.put(FINANCE, "Boekhouding");
        NAMES.put(AUDITOR, "Auditor");
        NAMES.put(MANAGER, "Procedurebeheerder");
    }

    private Roles() { }

    /** Every role with the Dutch name that screens show. */
    public static Map<String, String> names() {
        return Map.copyOf(NAMES);
    }

    public static String name(String role) {
        return NAMES.getOrDefault(role, role);
    }

    /** "Afdelingshoofd of Jurist": the names, always in the same order. */
    public static String either(Collection<String> roles) {
        return roles.stream().map(Roles::name).sorted().collect(Collectors.joining(" of "));
    }
}
