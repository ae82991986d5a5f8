-- what a citizen asked an office to look into; what was said names bills and amounts, so it is encrypted
create table service_case (
  case_id text primary key,
  citizen_id text not null references citizen,
  kind text not null check (kind in ('DISPUTE', 'REFUND', 'HANDOFF')),
  opened_at timestamptz not null,
  details_cipher bytea not null,
  answer_cipher bytea,
  closed_at timestamptz,
  check ((answer_cipher is null) = (closed_at is null))
);
create index service_case_by_citizen on service_case (citizen_id, opened_at desc);
create index service_case_open on service_case (opened_at) where closed_at is null;

-- a change that was proposed to a citizen: exactly what would be done, until the citizen decides
create table proposal (
  proposal_id text primary key,
  citizen_id text not null references citizen,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  call_cipher bytea not null,
  decision text check (decision in ('CONFIRMED', 'DECLINED')),
  decided_at timestamptz,
  outcome text,
  check ((decision is null) = (decided_at is null))
);
create index proposal_by_citizen on proposal (citizen_id, expires_at);
