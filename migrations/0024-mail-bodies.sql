-- A mail keeps what it says as it was said; its HTML is written when it is sent. Mails from before have theirs.

alter table mail add column body jsonb;
