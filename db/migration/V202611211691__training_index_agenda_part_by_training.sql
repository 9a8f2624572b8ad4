-- The advice of one training is asked each time it is shown or decided; the primary key begins with the item.
create index training_agenda_part_by_training on training_agenda_part (training);
