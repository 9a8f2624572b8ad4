-- A word to the people who must follow up a term: raised with the step of the ladder, delivered within office hours (procedures.md D10).
create table alert (
    id         uuid        not null,
    dossier    text        not null,
    rule       text        not null,
    percent    integer     not null,
    role       text        not null,
    person     text,
    sentence   text        not null,
    came_on    date        not null,
    raised_at  timestamptz not null,
    not_before timestamptz not null,
    state      text        not null default 'WACHT' check (state in ('WACHT', 'BEZORGD', 'NIET_NODIG')),
    settled_at timestamptz,
    constraint alert_pk primary key (id),
    constraint alert_settled_has_moment check ((state = 'WACHT') = (settled_at is null))
);
comment on column alert.person is 'The handler of the dossier, when the step is the handler''s; null for everybody who holds the role.';
comment on column alert.not_before is 'The first moment within office hours; until then nobody is disturbed.';
create index alert_waiting on alert (not_before, id) where state = 'WACHT';
create index alert_delivered on alert (role, settled_at desc) where state = 'BEZORGD';
create table alert_read (
    alert   uuid        not null,
    person  text        not null,
    read_at timestamptz not null,
    constraint alert_read_pk primary key (alert, person),
    constraint alert_read_of_alert foreign key (alert) references alert
);
-- Where a colleague can be mailed; empty when the identity provider does not say.
alter table inbox_colleague add column mail text;
