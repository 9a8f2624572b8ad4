-- Which decisions a signatory has had open: nobody signs what he did not read. A redrafted decision is another document.
create table signing_read (
    person   text        not null,
    document uuid        not null,
    read_at  timestamptz not null,
    constraint signing_read_pk primary key (person, document)
);
