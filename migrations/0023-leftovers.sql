-- From which place to which somebody was moved on a waiting list, as those who moved them saw it: on the own sector's
-- list while seats are kept, else on everybody's. Moves from before this say nothing of it.
alter table queue_move add column from_place integer check (from_place > 0);
alter table queue_move add column to_place integer check (to_place > 0);

-- When somebody is to be forgotten, the mails about them are looked up. No mail that waits to be
-- sent is in it, so that writing one costs nothing more.
create index mail_about on mail (about) where state in ('sent', 'failed', 'kept');
