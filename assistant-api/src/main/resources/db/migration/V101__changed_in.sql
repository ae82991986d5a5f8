-- The transaction that last wrote each row of what is learnt from, so that a nightly run reads only
-- what was written since the one before.

create function note_change() returns trigger language plpgsql as $$
begin
  new.changed_in := pg_current_xact_id();
  return new;
end
$$;

alter table citizen add column changed_in xid8 not null default pg_current_xact_id();
alter table bill add column changed_in xid8 not null default pg_current_xact_id();
alter table payment add column changed_in xid8 not null default pg_current_xact_id();
alter table reminder add column changed_in xid8 not null default pg_current_xact_id();
alter table payment_plan add column changed_in xid8 not null default pg_current_xact_id();
alter table missed_payment add column changed_in xid8 not null default pg_current_xact_id();

create trigger citizen_change before update on citizen for each row execute function note_change();
create trigger bill_change before update on bill for each row execute function note_change();
create trigger payment_change before update on payment for each row execute function note_change();
create trigger reminder_change before update on reminder for each row execute function note_change();
create trigger payment_plan_change before update on payment_plan for each row execute function note_change();
create trigger missed_payment_change before update on missed_payment for each row execute function note_change();

create index citizen_changed on citizen (changed_in);
create index bill_changed on bill (changed_in);
create index payment_changed on payment (changed_in);
create index reminder_changed on reminder (changed_in);
create index payment_plan_changed on payment_plan (changed_in);
create index missed_payment_changed on missed_payment (changed_in);
