-- What the page shows beside a reply, what the conversation is about after the turn, and the request
-- that asked for it, so that a request sent again is answered once.
alter table conversation_turn
  add column beside_cipher bytea,
  add column topic_cipher bytea,
  add column request_id text unique;

create index conversation_of_citizen on conversation (citizen_id, last_at desc);
