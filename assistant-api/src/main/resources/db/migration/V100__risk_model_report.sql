-- What the nightly run decided about its model, kept for good: one row a run, and what it measured.
-- Groups of payers and months are written only where enough bills and payers stand behind them.
create table report.risk_run (
  run_id bigint generated always as identity primary key,
  as_of date not null,
  ran_at timestamptz not null,
  model_version text not null,
  model_as_of date not null,
  learnt_through date not null,
  data_from date,
  data_to date,
  training_bills bigint not null,
  base_rate boolean not null,
  trial_from date,
  trial_to date,
  trial_bills bigint,
  auc double precision,
  past_late_share_auc double precision,
  logistic_regression_auc double precision,
  ece double precision,
  ece_if_calibrated double precision,
  reason text,
  challenger text,
  champion text,
  detail text,
  contest_from date,
  contest_to date,
  contest_bills bigint,
  champion_log_loss double precision,
  challenger_log_loss double precision,
  gain double precision,
  gain_low double precision,
  gain_high double precision,
  published boolean not null,
  scored bigint not null,
  overridden boolean not null
);

create table report.risk_alarm (
  run_id bigint not null references report.risk_run on delete cascade,
  place int not null,
  kind text not null,
  name text not null,
  value double precision not null,
  bound double precision not null,
  primary key (run_id, place)
);

create table report.risk_drift (
  run_id bigint not null references report.risk_run on delete cascade,
  name text not null,
  psi double precision not null,
  usual double precision,
  bound double precision,
  primary key (run_id, name)
);

create table report.risk_calibration (
  run_id bigint not null references report.risk_run on delete cascade,
  month text not null,
  held_back boolean not null,
  bills bigint not null,
  payers bigint not null,
  expected double precision not null,
  observed double precision not null,
  gap_low double precision not null,
  gap_high double precision not null,
  primary key (run_id, month, held_back)
);

create table report.risk_fairness (
  run_id bigint not null references report.risk_run on delete cascade,
  attribute text not null,
  group_name text not null,
  bills bigint not null,
  payers bigint not null,
  late_share double precision not null,
  expected double precision not null,
  gap double precision not null,
  gap_low double precision not null,
  gap_high double precision not null,
  ece double precision,
  ece_if_calibrated double precision,
  true_positive double precision not null,
  true_positive_low double precision not null,
  true_positive_high double precision not null,
  false_positive double precision not null,
  false_positive_low double precision not null,
  false_positive_high double precision not null,
  gap_to_rest double precision,
  gap_to_rest_low double precision,
  gap_to_rest_high double precision,
  true_positive_to_rest double precision,
  true_positive_to_rest_low double precision,
  true_positive_to_rest_high double precision,
  false_positive_to_rest double precision,
  false_positive_to_rest_low double precision,
  false_positive_to_rest_high double precision,
  primary key (run_id, attribute, group_name)
);
