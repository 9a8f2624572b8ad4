-- What a procedure already reminded somebody of: a diagram that begins a step anew, or a dossier that follows another diagram, never reminds twice.
create table step_reminder (
    dossier     text        not null,
    pass        text        not null,
    element     text        not null,
    reminded_at timestamptz not null,
    constraint step_reminder_pk primary key (dossier, pass, element)
);
comment on column step_reminder.pass is 'One run of the diagram: the engine''s instance.';
