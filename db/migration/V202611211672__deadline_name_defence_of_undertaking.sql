-- Whoever is heard may be recognised already: an undertaking in every case, an applicant only in some.
update term_rule set name = 'Verweer van de onderneming' where code = 'T-HOR-01';
