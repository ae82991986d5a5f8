-- what a conversation is about names bills and amounts that the citizen said, so it is encrypted like the turns;
-- reply_cipher holds the whole answer as JSON: reply, citations, tools, actions, how it was understood
alter table conversation drop column state;
alter table conversation add column topic_cipher bytea not null;
alter table conversation add column last_at timestamptz not null;
create index conversation_by_citizen on conversation (citizen_id, last_at desc);
