-- The list of what organisations need and can give is read from its newest, and its parts of the city from the index.
create index need_offer_newest on need_offer (written_at desc, id) where ended_at is null;
create index need_offer_places on need_offer (place, until_day) where ended_at is null;
-- What has happened with suggestions lately, by which the morning finds where there is room again.
create index need_match_need_said on need_match (need_said_at) where need_said = 'no';
create index need_match_offer_said on need_match (offer_said_at) where offer_said = 'no';
create index need_offer_ended on need_offer (ended_at) where ended_at is not null;
