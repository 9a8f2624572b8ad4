-- Decisions of every procedure: one more pair of eyes where D13 asks for it, the day on which the decision takes effect, and why the measure fits.
alter table besluit
    add column effective_on    date,
    add column proportionality text,
    add column approver        text,
    add column approver_name   text,
    add column approve_remark  text,
    drop constraint besluit_status,
    add constraint besluit_status check (status in ('OPGESTELD', 'TERUGGESTUURD', 'NAGEKEKEN', 'GOEDGEKEURD', 'TE_ONDERTEKENEN', 'ONDERTEKEND')),
    add constraint besluit_approver_is_another check (approver is null or (approver <> drafter and approver <> checker)),
    add constraint besluit_signatory_did_not_approve check (signatory is null or approver is null or signatory <> approver);
comment on column besluit.effective_on is 'From this day on; null when the decision works from its notification.';
comment on column besluit.proportionality is 'Why a lighter measure does not suffice.';
-- A file can come to several decisions, one after the other.
drop index besluit_one_open;
create unique index besluit_one_open on besluit (dossier) where status not in ('TERUGGESTUURD', 'ONDERTEKEND');
create index besluit_signed on besluit (dossier, signed_on) where status = 'ONDERTEKEND';
-- ... and can be heard more than once.
alter table hearing drop constraint hearing_pkey, add constraint hearing_pk primary key (dossier, announced_on);
