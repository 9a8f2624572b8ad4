-- A request or a complaint also comes by mail or is made by word of mouth; the dossier says so.
alter table dossier drop constraint dossier_source;
alter table dossier add constraint dossier_source check (source in ('PORTAAL', 'PAPIER', 'AMBTSHALVE', 'VSI', 'KLACHT', 'MAIL', 'MONDELING'));
