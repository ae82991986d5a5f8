-- The house: citizens, bills, payments, scores, reminders, plans, conversations, reports.
-- Money is in fen. Days are days in Asia/Shanghai. Times are UTC.

create table citizen (
  citizen_id text primary key,
  -- personal data, each value encrypted by the service before it reaches the database
  name_cipher bytea,
  national_id_cipher bytea,
  phone_cipher bytea,
  email_cipher bytea,
  address_cipher bytea,
  locale text not null default 'zh-CN' check (locale in ('zh-CN', 'en')),
  payer_kind text not null default 'RESIDENT',
  district text,
  region text,
  -- used only to check fairness, never as features
  age_band text,
  income_band text,
  disabled boolean,
  -- day of month on which income arrives, when known
  income_day smallint check (income_day between 1 and 31),
  source text not null default 'city'
);

create table account (
  account text primary key,
  password_hash text not null,
  role text not null check (role in ('citizen', 'analyst', 'operator', 'system')),
  citizen_id text references citizen,
  display_name text not null,
  check ((role = 'citizen') = (citizen_id is not null))
);

create table bill (
  bill_no text primary key,
  citizen_id text not null references citizen,
  fee_type text not null,
  title text not null,
  period_from date,
  period_to date,
  principal_fen bigint not null check (principal_fen > 0),
  issued_on date not null,
  due_on date not null,
  effective_due_on date not null,
  decision_on date,
  region text,
  payer_kind text not null default 'RESIDENT',
  -- the day the principal was fully paid; null while open
  settled_on date,
  paid_fen bigint not null default 0 check (paid_fen >= 0),
  source text not null default 'city',
  attributes jsonb not null default '{}',
  changed_at timestamptz not null default now(),
  check (due_on >= issued_on or decision_on is not null),
  check (period_from is null or period_to >= period_from)
);
create index bill_by_citizen on bill (citizen_id, issued_on desc, bill_no);
create index bill_open on bill (effective_due_on) where settled_on is null;

create table payment (
  payment_id text primary key,
  bill_no text not null references bill,
  citizen_id text not null references citizen,
  paid_at timestamptz not null,
  principal_fen bigint not null check (principal_fen >= 0),
  surcharge_fen bigint not null default 0 check (surcharge_fen >= 0),
  discount_fen bigint not null default 0 check (discount_fen >= 0),
  fee_fen bigint not null default 0 check (fee_fen >= 0),
  method text,
  channel text,
  source text not null default 'city'
);
create index payment_by_citizen on payment (citizen_id, paid_at desc);
create index payment_by_bill on payment (bill_no);

create table risk_score (
  bill_no text primary key references bill,
  citizen_id text not null,
  scored_at timestamptz not null,
  model_version text not null,
  probability_late double precision not null check (probability_late between 0 and 1),
  band text not null,
  expected_days_late double precision not null,
  reasons jsonb not null,
  event_id text not null
);
create index risk_score_by_citizen on risk_score (citizen_id);

-- ids of events already applied, so that a redelivered event changes nothing
create table consumed_event (
  event_id text primary key,
  consumed_at timestamptz not null default now()
);

create table outbox (
  id bigint generated always as identity primary key,
  topic text not null,
  key text not null,
  payload text not null,
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
create index outbox_unsent on outbox (id) where sent_at is null;

create table reminder (
  reminder_id text primary key,
  citizen_id text not null references citizen,
  bill_no text references bill,
  channel text not null,
  reason text not null,
  status text not null check (status in ('QUEUED', 'SENT', 'CANCELLED', 'SUPPRESSED', 'FAILED')),
  detail text,
  send_after timestamptz not null,
  sent_at timestamptz,
  read_at timestamptz,
  attempts integer not null default 0,
  created_at timestamptz not null default now(),
  source text not null default 'service'
);
create unique index reminder_once on reminder (bill_no, channel, reason) where source = 'service';
create index reminder_by_citizen on reminder (citizen_id, created_at desc);
create index reminder_queue on reminder (send_after) where status = 'QUEUED';

create table reminder_preference (
  citizen_id text primary key references citizen,
  channels text[] not null default '{APP}',
  days_before integer not null default 3 check (days_before between 0 and 60),
  quiet_from time not null default '21:00',
  quiet_to time not null default '08:00',
  opted_out boolean not null default false
);

create table payment_plan (
  plan_id text primary key,
  citizen_id text not null references citizen,
  created_at timestamptz not null,
  accepted_at timestamptz,
  plan jsonb not null
);

create table conversation (
  conversation_id text primary key,
  citizen_id text not null references citizen,
  locale text not null,
  started_at timestamptz not null,
  state jsonb not null default '{}'
);

create table conversation_turn (
  conversation_id text not null references conversation on delete cascade,
  turn integer not null,
  said_cipher bytea not null,
  reply_cipher bytea not null,
  at timestamptz not null,
  primary key (conversation_id, turn)
);

create table import_run (
  import_id text primary key,
  file_name text not null,
  content_sha256 text not null,
  source text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  rows_read bigint not null default 0,
  rows_accepted bigint not null default 0,
  rows_rejected bigint not null default 0
);

create table import_reject (
  import_id text not null references import_run on delete cascade,
  line bigint not null,
  field text,
  reason text not null
);

-- what first start has done, so that a start after a kill goes on where it stopped
create table milestone (
  name text primary key,
  reached_at timestamptz not null default now(),
  detail text
);

-- written by the analytics jobs only
create schema report;

create table report.payment_trend (
  fee_type text not null,
  month date not null,
  district text not null,
  bills bigint not null,
  billed_fen bigint not null,
  collected_fen bigint not null,
  on_time_bills bigint not null,
  late_bills bigint not null,
  overdue_bills bigint not null,
  overdue_fen bigint not null,
  computed_at timestamptz not null,
  primary key (fee_type, month, district)
);
