-- Test rows beside decision tables (ideas.md "A manager" 10): facts, and what the table must answer. A row is never changed, a next version follows it.
-- A version that came with a change counts for that change only, until it is published.
create table decision_row (
    serial      bigint generated always as identity primary key,
    row         uuid not null,
    file        text not null,
    label       text not null check (label <> ''),
    facts       jsonb not null check (jsonb_typeof(facts) = 'object'),
    expected    jsonb not null check (jsonb_typeof(expected) = 'array'),
    exactly     boolean not null,
    removed     boolean not null default false,
    change      text references procedure_change (dossier),
    author      text not null,
    author_name text not null,
    at          timestamptz not null
);
create index decision_row_of on decision_row (file, row, serial desc);

-- The product's own.
insert into decision_row (row, file, label, facts, expected, exactly, author, author_name, at)
select gen_random_uuid(), file, label, facts::jsonb, expected::jsonb, exactly, 'systeem', 'Dossierwerk', now() from (values
    ('bpmn/erkenning/erkenning-volledigheid.dmn', 'Volledige aanvraag', '{"formulierVolledig": true, "infosessie": true, "borgsom": 25000, "bewijsBorgsom": true, "ondernemingsplanVolledig": true, "andereActiviteiten": false, "suiGenerisIngevuld": false}', '[]', true),
    ('bpmn/erkenning/erkenning-volledigheid.dmn', 'Borgsom één cent te klein', '{"formulierVolledig": true, "infosessie": true, "borgsom": 24999.99, "bewijsBorgsom": true, "ondernemingsplanVolledig": true, "andereActiviteiten": false, "suiGenerisIngevuld": false}', '[{"ontbreekt": "BORGSOM"}]', true),
    ('bpmn/erkenning/erkenning-volledigheid.dmn', 'Geen infosessie gevolgd', '{"formulierVolledig": true, "infosessie": false, "borgsom": 25000, "bewijsBorgsom": true, "ondernemingsplanVolledig": true, "andereActiviteiten": false, "suiGenerisIngevuld": false}', '[{"ontbreekt": "INFOSESSIE"}]', true),
    ('bpmn/erkenning/erkenning-volledigheid.dmn', 'Andere activiteiten zonder aparte afdeling', '{"formulierVolledig": true, "infosessie": true, "borgsom": 25000, "bewijsBorgsom": true, "ondernemingsplanVolledig": true, "andereActiviteiten": true, "suiGenerisIngevuld": false}', '[{"ontbreekt": "SUIGENERIS"}]', true),
    ('bpmn/erkenning/erkenning-voorwaarden.dmn', 'Niet actief in de KBO', '{"kboActief": "NEE", "failliet": "NEE", "schulden": "GEEN", "mandaatVerbod": "NEE", "faillissementDrieJaar": "NEE", "aansprakelijkVijfJaar": "NEE", "intrekkingDrieJaar": "NEE", "burgerlijkeRechten": "JA", "planOordeel": "GUNSTIG", "waarborgBevestigd": "JA", "infosessie": true, "andereActiviteiten": false, "suiGenerisIngevuld": false}', '[{"code": "C01", "resultaat": "NOK"}]', false),
    ('bpmn/erkenning/erkenning-voorwaarden.dmn', 'Schulden met een afbetalingsplan', '{"kboActief": "JA", "failliet": "NEE", "schulden": "PLAN", "mandaatVerbod": "NEE", "faillissementDrieJaar": "NEE", "aansprakelijkVijfJaar": "NEE", "intrekkingDrieJaar": "NEE", "burgerlijkeRechten": "JA", "planOordeel": "GUNSTIG", "waarborgBevestigd": "JA", "infosessie": true, "andereActiviteiten": false, "suiGenerisIngevuld": false}', '[{"code": "C03", "resultaat": "OK"}]', false),
    ('bpmn/erkenning/erkenning-voorwaarden.dmn', 'Schulden zonder plan', '{"kboActief": "JA", "failliet": "NEE", "schulden": "SCHULD", "mandaatVerbod": "NEE", "faillissementDrieJaar": "NEE", "aansprakelijkVijfJaar": "NEE", "intrekkingDrieJaar": "NEE", "burgerlijkeRechten": "JA", "planOordeel": "GUNSTIG", "waarborgBevestigd": "JA", "infosessie": true, "andereActiviteiten": false, "suiGenerisIngevuld": false}', '[{"code": "C03", "resultaat": "TE_REGULARISEREN"}]', false),
    ('bpmn/erkenning/erkenning-voorwaarden.dmn', 'Bron over faillissement zweeg', '{"kboActief": "JA", "failliet": "ONBEKEND", "schulden": "GEEN", "mandaatVerbod": "NEE", "faillissementDrieJaar": "NEE", "aansprakelijkVijfJaar": "NEE", "intrekkingDrieJaar": "NEE", "burgerlijkeRechten": "JA", "planOordeel": "GUNSTIG", "waarborgBevestigd": "JA", "infosessie": true, "andereActiviteiten": false, "suiGenerisIngevuld": false}', '[{"code": "C04", "resultaat": "NIET_VASTSTELBAAR"}]', false),
    ('bpmn/erkenning/erkenning-voorstel.dmn', 'Alles in orde', '{"aantalNok": 0, "aantalTeRegulariseren": 0, "aantalNietVaststelbaar": 0, "deelActiviteiten": false}', '[{"voorstel": "ERKENNEN"}]', true),
    ('bpmn/erkenning/erkenning-voorstel.dmn', 'Eén voorwaarde niet vervuld', '{"aantalNok": 1, "aantalTeRegulariseren": 1, "aantalNietVaststelbaar": 1, "deelActiviteiten": true}', '[{"voorstel": "WEIGEREN"}]', true),
    ('bpmn/erkenning/erkenning-voorstel.dmn', 'Nog iets recht te zetten', '{"aantalNok": 0, "aantalTeRegulariseren": 1, "aantalNietVaststelbaar": 0, "deelActiviteiten": false}', '[{"voorstel": "AANVULLEN"}]', true),
    ('bpmn/erkenning/erkenning-voorstel.dmn', 'Alleen voor een deel van de activiteiten', '{"aantalNok": 0, "aantalTeRegulariseren": 0, "aantalNietVaststelbaar": 0, "deelActiviteiten": true}', '[{"voorstel": "ERKENNEN_GEDEELTELIJK"}]', true),
    ('bpmn/bouwstenen/kanaal.dmn', 'Beslissing aan een onderneming, elektronisch', '{"besluit": true, "eRoute": true, "onderneming": true}', '[{"kanaal": "PORTAAL"}]', true),
    ('bpmn/bouwstenen/kanaal.dmn', 'Beslissing op papier', '{"besluit": true, "eRoute": false, "onderneming": true}', '[{"kanaal": "POST_AANGETEKEND"}]', true),
    ('bpmn/bouwstenen/kanaal.dmn', 'Gewone brief aan een onderneming', '{"besluit": false, "eRoute": false, "onderneming": true}', '[{"kanaal": "MAIL"}]', true),
    ('bpmn/bouwstenen/kanaal.dmn', 'Gewone brief aan een persoon', '{"besluit": false, "eRoute": true, "onderneming": false}', '[{"kanaal": "POST"}]', true),
    ('bpmn/waarborg/waarborg-bestemming.dmn', 'De onderneming stopt zelf', '{"einde": "VRIJWILLIG"}', '[{"bestemming": "ONDERNEMING", "volgorde": "RSZ, DEPARTEMENT, FISCUS"}]', true),
    ('bpmn/waarborg/waarborg-bestemming.dmn', 'Ingetrokken als sanctie', '{"einde": "NIET_NALEVING"}', '[{"bestemming": "SCHATKIST", "volgorde": "RSZ, DEPARTEMENT, FISCUS"}]', true),
    ('bpmn/waarborg/waarborg-bestemming.dmn', 'Faillissement', '{"einde": "FAILLISSEMENT"}', '[{"bestemming": "BOEDEL", "volgorde": "RSZ, DEPARTEMENT, FISCUS"}]', true),
    ('bpmn/waarborg/waarborg-bestemming.dmn', 'Een einde dat niemand kent', '{"einde": "ANDERS"}', '[]', true),
    ('bpmn/intrekking-ambtshalve/ambtshalve-grond.dmn', 'Fusie gaat voor op stopzetting', '{"gestopt": true, "gefuseerd": true, "schuld": 0, "drempel": 2500, "maandenZonderCheques": 0, "maandenErkend": 0, "periode": 12}', '[{"code": "AMB-FUSIE"}]', true),
    ('bpmn/intrekking-ambtshalve/ambtshalve-grond.dmn', 'Schuld precies op de drempel', '{"gestopt": false, "gefuseerd": false, "schuld": 2500, "drempel": 2500, "maandenZonderCheques": 24, "maandenErkend": 24, "periode": 12}', '[{"code": "GEEN"}]', true),
    ('bpmn/intrekking-ambtshalve/ambtshalve-grond.dmn', 'Schuld één cent boven de drempel', '{"gestopt": false, "gefuseerd": false, "schuld": 2500.01, "drempel": 2500, "maandenZonderCheques": 0, "maandenErkend": 0, "periode": 12}', '[{"code": "AMB-ARR"}]', true),
    ('bpmn/intrekking-ambtshalve/ambtshalve-grond.dmn', 'Een jaar zonder dienstencheques', '{"gestopt": false, "gefuseerd": false, "schuld": 0, "drempel": 2500, "maandenZonderCheques": 12, "maandenErkend": 12, "periode": 12}', '[{"code": "AMB-INACT"}]', true),
    ('bpmn/intrekking-ambtshalve/hoorplicht.dmn', 'Nadelige beslissing met een keuze', '{"nadelig": true, "gebonden": false, "feitenVaststaand": false, "dringend": false}', '[{"wijze": "HOREN"}]', true),
    ('bpmn/intrekking-ambtshalve/hoorplicht.dmn', 'Gebonden en de feiten staan vast', '{"nadelig": true, "gebonden": true, "feitenVaststaand": true, "dringend": false}', '[{"wijze": "INFORMEREN"}]', true),
    ('bpmn/intrekking-ambtshalve/hoorplicht.dmn', 'Dringende maatregel', '{"nadelig": true, "gebonden": false, "feitenVaststaand": false, "dringend": true}', '[{"wijze": "NA_MAATREGEL_HOREN"}]', true),
    ('bpmn/intrekking-vrijwillig/intrekking-blokkades.dmn', 'Niets staat open', '{"inbreuk": false, "terugvordering": false, "rsz": "GEEN", "fiscus": "GEEN"}', '[]', true),
    ('bpmn/intrekking-vrijwillig/intrekking-blokkades.dmn', 'Er loopt een inbreukdossier', '{"inbreuk": true, "terugvordering": false, "rsz": "GEEN", "fiscus": "GEEN"}', '[{"punt": "INBREUK", "voorstel": "LOOPT_DOOR"}]', true),
    ('bpmn/intrekking-vrijwillig/intrekking-blokkades.dmn', 'Schuld bij de RSZ, plan bij de fiscus', '{"inbreuk": false, "terugvordering": false, "rsz": "SCHULD", "fiscus": "PLAN"}', '[{"punt": "RSZ", "voorstel": "WAARBORG"}, {"punt": "FISCUS", "voorstel": "LOOPT_DOOR"}]', true),
    ('bpmn/inbreukdossier/inbreuk-ernst.dmn', 'Altijd zwaar', '{"code": "I01", "aandeel": 0, "bedrag": 0, "herhaling": false, "grensAandeel": 10, "grensBedrag": 25000, "grensSchuld": 2500}', '[{"ernst": "ZWAAR"}]', true),
    ('bpmn/inbreukdossier/inbreuk-ernst.dmn', 'Aandeel precies op de grens', '{"code": "I02", "aandeel": 10, "bedrag": 0, "herhaling": false, "grensAandeel": 10, "grensBedrag": 25000, "grensSchuld": 2500}', '[{"ernst": "LICHT"}]', true),
    ('bpmn/inbreukdossier/inbreuk-ernst.dmn', 'Aandeel net boven de grens', '{"code": "I02", "aandeel": 10.1, "bedrag": 0, "herhaling": false, "grensAandeel": 10, "grensBedrag": 25000, "grensSchuld": 2500}', '[{"ernst": "ZWAAR"}]', true),
    ('bpmn/inbreukdossier/inbreuk-ernst.dmn', 'Lichte inbreuk, herhaald', '{"code": "I05", "aandeel": 0, "bedrag": 0, "herhaling": true, "grensAandeel": 10, "grensBedrag": 25000, "grensSchuld": 2500}', '[{"ernst": "MIDDEL"}]', true),
    ('bpmn/inbreukdossier/sanctie-voorstel.dmn', 'Eerste lichte inbreuk', '{"ernst": "LICHT", "herhaling": false, "geregulariseerd": false, "bedrag": 0}', '[{"maatregel": "WAARSCHUWING"}, {"maatregel": "REGULARISATIE"}]', true),
    ('bpmn/inbreukdossier/sanctie-voorstel.dmn', 'Middelzwaar, rechtgezet, met onterecht bedrag', '{"ernst": "MIDDEL", "herhaling": false, "geregulariseerd": true, "bedrag": 100}', '[{"maatregel": "WAARSCHUWING"}, {"maatregel": "TERUGVORDERING"}]', true),
    ('bpmn/inbreukdossier/sanctie-voorstel.dmn', 'Zware inbreuk', '{"ernst": "ZWAAR", "herhaling": false, "geregulariseerd": false, "bedrag": 0}', '[{"maatregel": "INTREKKING_ZONDER_VOORWAARDEN"}, {"maatregel": "INHOUDING_VOLLEDIG"}, {"maatregel": "TERUGVORDERING"}, {"maatregel": "PJ_AUDITEUR"}]', true),
    ('bpmn/opleiding-goedkeuring/opleiding-goedkeurbaar.dmn', 'Goede opleiding', '{"themaPast": true, "uren": 8, "sessies": "NA_INDIENING", "registratie": "GELDIG", "volledig": true}', '[]', true),
    ('bpmn/opleiding-goedkeuring/opleiding-goedkeurbaar.dmn', 'Thema past niet', '{"themaPast": false, "uren": 8, "sessies": "NA_INDIENING", "registratie": "GELDIG", "volledig": true}', '[{"reden": "THEMA", "gevolg": "WEIGEREN"}]', true),
    ('bpmn/opleiding-goedkeuring/opleiding-goedkeurbaar.dmn', 'Deel van de sessies voor de aanvraag', '{"themaPast": true, "uren": 8, "sessies": "DEELS_VOOR_INDIENING", "registratie": "GELDIG", "volledig": true}', '[{"reden": "SESSIES", "gevolg": "BEPERKEN"}]', true)
) as product (file, label, facts, expected, exactly);
