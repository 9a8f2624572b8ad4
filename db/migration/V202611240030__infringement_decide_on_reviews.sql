-- Lowering or lifting a retention is proposed by a handler and takes effect once it is signed and notified; a ruling can restore what was lowered or lifted.
alter table infringement_case
    add column review_wanted  text,
    add column review_reason  text,
    add column review_blocked numeric(14, 2),
    add constraint infringement_case_review check (review_wanted in ('INHOUDING_VERLAAGD', 'INHOUDING_OPGEHEVEN')),
    add constraint infringement_case_review_whole check (num_nulls(review_wanted, review_reason, review_blocked) in (0, 3));
comment on column infringement_case.review_wanted is 'What is proposed for the retention, while it is decided and notified; null otherwise.';
comment on column infringement_case.review_blocked is 'Euro held back until the proposal, as the issuing company told it.';
alter table retention_entry
    drop constraint retention_entry_entry,
    -- While a ruling suspends the decision, the clock of the review stands still and no day is known.
    drop constraint retention_entry_review,
    add constraint retention_entry_review check (entry <> 'OPGEHEVEN' or review_on is null),
    add constraint retention_entry_entry check (entry in ('INGESTELD', 'BEHOUDEN', 'VERLAAGD', 'OPGEHEVEN', 'HERSTELD'));
