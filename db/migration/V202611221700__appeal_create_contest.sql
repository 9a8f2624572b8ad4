-- Which decision an appeal contests (procedures.md 1.10): the link that keeps out who had a part in it.
create table contest (
    appeal    text not null,
    contested text not null,
    besluit   uuid not null,
    constraint contest_pk primary key (appeal),
    constraint contest_appeal foreign key (appeal) references dossier (number),
    constraint contest_contested foreign key (contested) references dossier (number),
    constraint contest_besluit foreign key (besluit) references besluit (id),
    constraint contest_of_another check (appeal <> contested)
);
create index contest_by_contested on contest (contested);
