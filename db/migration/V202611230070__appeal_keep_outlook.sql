-- What the handler made of the explanation in a reconsideration: the draft of the answer proposes it (procedures.md 1.10).
alter table heroverweging add column outlook text
    constraint heroverweging_outlook check (outlook in ('GUNSTIG', 'ONGUNSTIG'));
comment on column heroverweging.outlook is 'GUNSTIG: amend or withdraw the contested decision; null as long as nobody judged an explanation.';
