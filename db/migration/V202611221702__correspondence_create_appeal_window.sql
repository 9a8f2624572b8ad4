-- Between which days an appeal against a notified decision was possible, and when the decision became final (procedures.md 1.10). A correction is a new row.
create table appeal_window (
    id               bigint      generated always as identity,
    letter           uuid        not null,
    dossier          text        not null,
    way              text        not null,
    event_on         date        not null,
    clause_missing   boolean     not null,
    notified_on      date        not null,
    first_on         date        not null,
    last_on          date        not null,
    definitive_on    date        not null,
    reason           text,
    replaces         bigint,
    recorded_at      timestamptz not null,
    recorded_by      text        not null,
    recorded_by_name text        not null,
    constraint appeal_window_pk primary key (id),
    constraint appeal_window_letter foreign key (letter) references letter (id),
    constraint appeal_window_replaces foreign key (replaces) references appeal_window (id),
    constraint appeal_window_replaced_once unique (replaces),
    constraint appeal_window_way check (way in ('AANGETEKEND', 'ONTVANGSTBEWIJS', 'GEWEIGERD', 'TEGENBEWIJS', 'ELEKTRONISCH')),
    constraint appeal_window_in_order check (event_on <= notified_on and notified_on <= first_on and first_on <= last_on and last_on <= definitive_on)
);
comment on column appeal_window.way is 'How the decision was notified, or how its receipt is known; event_on is that day.';
create unique index appeal_window_first_of_letter on appeal_window (letter) where replaces is null;
create index appeal_window_dossier on appeal_window (dossier);

create table appeal_definitive (
    appeal_window bigint      not null,
    noted_at      timestamptz not null,
    constraint appeal_definitive_pk primary key (appeal_window),
    constraint appeal_definitive_of_window foreign key (appeal_window) references appeal_window (id)
);
comment on table appeal_definitive is 'Windows that closed without an appeal; a window that a later one replaces counts no more.';

-- Letters that went out before: their days stand on the letter, and the margin was 15 days from the start.
insert into appeal_window (letter, dossier, way, event_on, clause_missing, notified_on, first_on, last_on, definitive_on, recorded_at, recorded_by, recorded_by_name)
select id, dossier, case channel when 'POST_AANGETEKEND' then 'AANGETEKEND' else 'ELEKTRONISCH' end, coalesce(sent_on, received_on), false, received_on, appeal_from,
       appeal_until, appeal_until + 15, coalesce(signed_at, made_at), 'systeem', 'Dossierwerk'
from letter where appeal_from is not null;
