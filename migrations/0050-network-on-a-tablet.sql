-- Where an organisation or a partnership stands on a page as wide as a tablet. All is drawn anew, since what is drawn is narrower now.
delete from network_place;
alter table network_place add column middle_x double precision not null default 0;
alter table network_place add column middle_y double precision not null default 0;
update network_drawing set wanted = wanted + 1;
