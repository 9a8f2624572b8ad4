-- Which roles somebody held on a day is asked at every check of a dossier, and stands among everything else in the chain of the department.
create index audit_entry_of_rights on audit_entry (dossier, seq) where action = 'RECHTEN_GEZIEN';
