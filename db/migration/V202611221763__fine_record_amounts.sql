-- Amounts by level (procedures.md 1.6): the Flemish ones were not seen, so the federal ones stand here until somebody records better.
insert into dated_parameter (list, code, amount, valid_from, source, recorded_at, recorded_by, recorded_by_name)
select 'GELDBOETE', code, amount, date '2011-07-01', 'Niet gezien in een Vlaamse tekst; bedrag van het federale Sociaal Strafwetboek, door de jurist te bevestigen',
       now(), 'systeem', 'Dossierwerk'
from (values ('NIVEAU_1_MINIMUM', 10), ('NIVEAU_1_MAXIMUM', 100), ('NIVEAU_2_MINIMUM', 25), ('NIVEAU_2_MAXIMUM', 250), ('NIVEAU_3_MINIMUM', 50),
             ('NIVEAU_3_MAXIMUM', 500), ('NIVEAU_4_MINIMUM', 300), ('NIVEAU_4_MAXIMUM', 3000), ('OPDECIEMEN', 8)) as seen (code, amount);
