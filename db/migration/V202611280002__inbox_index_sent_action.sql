-- Who finds a task finished is told by whom and when.
create index sent_action_task on sent_action (task_id, at);
