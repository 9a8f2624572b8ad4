-- A retention that cannot wait is heard while it holds: what the table hoorplicht said about it, and whether one was announced.
alter table infringement_case
    add column retention_needed  boolean not null default false,
    add column retention_hearing text,
    add constraint infringement_case_retention_hearing check (retention_hearing in ('HOREN', 'INFORMEREN', 'NA_MAATREGEL_HOREN'));
