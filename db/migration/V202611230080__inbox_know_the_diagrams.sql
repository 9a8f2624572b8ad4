-- A task keeps the form of the set of diagrams that it belongs to, also when a newer set holds for new dossiers. Null: opened before sets carried forms.
alter table inbox_row add column deployment text;
