-- A signed decision can stand still or fall away because somebody else ruled on it (procedures.md 1.10); it stays in the file and counts no more.
alter table besluit
    drop constraint besluit_status,
    add constraint besluit_status check (status in ('OPGESTELD', 'TERUGGESTUURD', 'NAGEKEKEN', 'GOEDGEKEURD', 'TE_ONDERTEKENEN', 'ONDERTEKEND', 'VERNIETIGD'));
drop index besluit_one_open;
create unique index besluit_one_open on besluit (dossier) where status not in ('TERUGGESTUURD', 'ONDERTEKEND', 'VERNIETIGD');

create table besluit_suspension (
    id       bigint generated always as identity,
    besluit  uuid   not null,
    since    date   not null,
    ended_on date,
    reason   text   not null,
    constraint besluit_suspension_pk primary key (id),
    constraint besluit_suspension_of foreign key (besluit) references besluit (id),
    constraint besluit_suspension_reason check (reason ~ '\S')
);
comment on column besluit_suspension.ended_on is 'The day from which the decision works again, or on which it fell away; null while it stands still.';
create unique index besluit_suspension_one_open on besluit_suspension (besluit) where ended_on is null;
