-- what a citizen is to pay on a day, by which means and how much of each bill; it moves no money
create table payment_order (
  order_no text primary key,
  citizen_id text not null references citizen,
  pay_on date not null,
  method text not null,
  started_at timestamptz not null,
  valid_until timestamptz not null,
  check (valid_until > started_at)
);
create index payment_order_by_citizen on payment_order (citizen_id, started_at desc);

create table payment_order_line (
  order_no text not null references payment_order on delete cascade,
  line integer not null,
  bill_no text not null references bill,
  fee_type text not null,
  title text not null,
  principal_fen bigint not null check (principal_fen >= 0),
  surcharge_fen bigint not null check (surcharge_fen >= 0),
  fee_fen bigint not null check (fee_fen >= 0),
  primary key (order_no, line),
  unique (order_no, bill_no)
);
create index payment_order_line_by_bill on payment_order_line (bill_no);
