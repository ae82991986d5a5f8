-- a bill is reminded of once for each reason, through whatever channel
drop index reminder_once;
create unique index reminder_once on reminder (bill_no, reason) where source = 'service';

-- why Kafka will never take an event, so that it does not hold up those behind it
alter table outbox add column refused text;
drop index outbox_unsent;
create index outbox_unsent on outbox (id) where sent_at is null and refused is null;
