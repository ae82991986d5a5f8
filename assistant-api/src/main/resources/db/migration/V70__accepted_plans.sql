-- a plan that a citizen lives by: what it was wished for, what it is to replace, when it was replaced
-- the wish names income and needs, so the service encrypts it
alter table payment_plan add column wish_cipher bytea;
alter table payment_plan add column replaces text references payment_plan on delete set null;
alter table payment_plan add column replaced_at timestamptz;
create index payment_plan_by_citizen on payment_plan (citizen_id, created_at desc);
create index payment_plan_replaces on payment_plan (replaces) where replaces is not null;
create index payment_plan_unaccepted on payment_plan (created_at) where accepted_at is null;

-- payments of an accepted plan that were not made, each noticed once
create table missed_payment (
  plan_id text not null references payment_plan on delete cascade,
  bill_no text not null,
  planned_on date not null,
  noticed_at timestamptz not null,
  primary key (plan_id, bill_no, planned_on)
);
