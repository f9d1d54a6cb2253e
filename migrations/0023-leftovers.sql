-- From which place to which somebody was moved on a waiting list, as those who moved them saw it: on the own sector's
-- list while seats are kept, else on everybody's. Moves from before this say nothing of it.
alter table queue_move add column from_place integer check (from_place > 0);
alter table queue_move add column to_place integer check (to_place > 0);
