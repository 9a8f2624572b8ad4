-- Who looks after a step that the product could not do by itself: without a name on it, everybody thinks that somebody does.
create table failed_step_owner (
    job         text        not null,
    dossier     text        not null,
    person      text        not null,
    person_name text        not null,
    taken_at    timestamptz not null,
    constraint failed_step_owner_pk primary key (job)
);
comment on column failed_step_owner.job is 'The job of the engine; the row stays when the step succeeds.';
create index failed_step_owner_dossier on failed_step_owner (dossier);
call journal('failed_step_owner', 'dossier');
