-- The screen shows the source; these named a document that nobody who reads it has. A later row for the same day, as every correction; one that was corrected before stays.
insert into dated_parameter (list, code, amount, valid_from, valid_to, source, recorded_at, recorded_by, recorded_by_name)
select list, code, amount, valid_from, valid_to,
       case code when 'INACTIVITEIT_MAANDEN' then 'Vaste praktijk; door de jurist te bevestigen'
                 when 'SCHULDGRENS' then 'KB 12-12-2001 art. 2quater; of de grens nog geldt, is door de jurist te bevestigen'
                 when 'INBREUK_SCHULD' then 'KB 12-12-2001 art. 2quater'
                 when 'INBREUK_HERHALING_JAREN' then 'Eigen keuze van het departement; door de jurist te bevestigen'
                 else 'Eigen keuze van het departement' end,
       now(), 'systeem', 'Dossierwerk'
from dated_parameter p
where source like 'procedures.md %'
  and not exists (select from dated_parameter later where (later.list, later.code, later.valid_from) = (p.list, p.code, p.valid_from) and later.id > p.id);
