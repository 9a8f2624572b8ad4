-- While a ruling suspends the decision that touches it, nothing is taken from a deposit (procedures.md 1.10, 1.12).
alter table deposit_movement
    drop constraint deposit_movement_kind,
    drop constraint deposit_movement_amount,
    add constraint deposit_movement_kind check (kind in ('GESTORT', 'GEBLOKKEERD', 'GEDEBLOKKEERD', 'AANGESPROKEN', 'VRIJGEGEVEN', 'VERBEURD',
        'NAAR_BOEDEL', 'AANGEVULD', 'GESCHORST', 'HERVAT', 'TEGENGEBOEKT')),
    add constraint deposit_movement_amount check (case when kind in ('GEBLOKKEERD', 'GEDEBLOKKEERD', 'GESCHORST', 'HERVAT') then amount = 0
        when kind = 'TEGENGEBOEKT' then amount >= 0 else amount > 0 end);
