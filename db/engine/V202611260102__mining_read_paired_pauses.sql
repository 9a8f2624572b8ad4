-- The pauses that process mining reads are those that the board counts.
create or replace view mining_pause as
select dossier, case ground when 'ADVIES_DERDE' then 'DERDE' when 'BRON_DERDE' then 'DERDE' when 'SCHORSING' then 'DERDE' else 'AANVRAGER' end as party,
       daterange(paused_on, resumed_on) as days
from term_pause;
