-- Giving: what the treasurer does by hand.

-- ── Months that are closed ──────────────────────────────────────────────────────────────────────────────────────────
-- One row. What occurred up to this day takes no more entries, and a day once closed stays closed.
create table giving.books (
  is_the_only_one boolean primary key default true check (is_the_only_one),
  closed_until date not null default '1999-12-31'
);
insert into giving.books default values;

-- Whoever closes waits for what is being booked, and what is booked later sees the new day.
create function giving.refuse_closed() returns trigger
language plpgsql
as $$
declare
  closed date;
begin
  select closed_until into closed from giving.books for share;
  if new.occurred_on <= closed then
    raise exception 'the books are closed until %', closed using errcode = 'check_violation', constraint = 'books_are_closed';
  end if;
  return new;
end $$;
create trigger refuse_closed before insert on giving.transactions
  for each row execute function giving.refuse_closed();

create function giving.refuse_opening() returns trigger
language plpgsql
as $$
begin
  if new.closed_until < old.closed_until then
    raise exception 'closed books are not opened again' using errcode = 'check_violation', constraint = 'books_stay_closed';
  end if;
  return new;
end $$;
create trigger refuse_opening before update on giving.books for each row execute function giving.refuse_opening();

-- ── What goes back ──────────────────────────────────────────────────────────────────────────────────────────────────
-- So much of it has gone back to its giver, or was never theirs: never more than it was.
alter table giving.gifts add column returned_jpy bigint not null default 0
  check (returned_jpy between 0 and amount_jpy);

-- Which transactions took it back.
create table giving.returns (
  transaction_id uuid primary key references giving.transactions,
  gift_id uuid not null references giving.gifts
);
create index returns_of_gift on giving.returns (gift_id);

grant select, update on giving.books to otonari_app;
grant select, insert on giving.returns to otonari_app;

-- ── Refunds ─────────────────────────────────────────────────────────────────────────────────────────────────────────
-- asked → approved (at once below the limit) → sent (by the card provider) or paid (by hand); asked → refused.
create type giving.refund_state as enum ('asked', 'approved', 'refused', 'sent', 'paid');

create table giving.refunds (
  id uuid primary key default gen_random_uuid(),
  gift_id uuid not null references giving.gifts,
  amount_jpy bigint not null check (amount_jpy between 1 and 1000000000000),
  state giving.refund_state not null,
  -- Above the limit of the day on which it was asked for.
  needs_second boolean not null,
  reason platform.sealed_text,
  asked_by uuid,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  transaction_id uuid unique references giving.transactions,
  -- Nobody decides alone: whoever approves is not whoever asked.
  constraint refunds_need_two check
    (state in ('asked', 'refused') or not needs_second or coalesce(decided_by <> asked_by, false)),
  constraint refunds_paid_are_booked check ((state = 'paid') = (transaction_id is not null))
);
create index refunds_of_gift on giving.refunds (gift_id);
create index refunds_in_order on giving.refunds (asked_at desc, id desc);
create index refunds_open on giving.refunds (asked_at) where state in ('asked', 'approved');
alter table giving.refunds alter column reason set statistics 0;

-- Never more than the gift: what is under way with what has gone back, and all refunds together.
create function giving.judge_refund() returns trigger
language plpgsql
as $$
declare
  given bigint;
  returned bigint;
  under_way bigint;
  together bigint;
begin
  select amount_jpy, returned_jpy into given, returned from giving.gifts where id = new.gift_id for update;
  select coalesce(sum(amount_jpy) filter (where state in ('asked', 'approved')), 0), coalesce(sum(amount_jpy), 0)
    into under_way, together
    from giving.refunds where gift_id = new.gift_id and state <> 'refused' and id <> new.id;
  if returned + under_way + new.amount_jpy > given or together + new.amount_jpy > given then
    raise exception 'more would be refunded than was given' using errcode = 'check_violation',
      constraint = 'refunds_within_gift';
  end if;
  return new;
end $$;
create trigger judge_refund before insert on giving.refunds for each row execute function giving.judge_refund();

-- How much goes back of which gift is decided when it is asked for.
create function giving.keep_refund() returns trigger
language plpgsql
as $$
begin
  if (new.gift_id, new.amount_jpy, new.needs_second) is distinct from (old.gift_id, old.amount_jpy, old.needs_second)
    or old.state in ('refused', 'sent', 'paid') and new.state <> old.state then
    raise exception 'a refund is not changed' using errcode = 'check_violation', constraint = 'refunds_stay';
  end if;
  return new;
end $$;
create trigger keep_refund before update on giving.refunds for each row execute function giving.keep_refund();

grant select, insert, update, delete on giving.refunds to otonari_app;

-- ── Donors ──────────────────────────────────────────────────────────────────────────────────────────────────────────
-- How a donor stood before somebody changed it: the fields that were changed, as they were.
create table giving.donor_changes (
  id uuid primary key default gen_random_uuid(),
  donor_id uuid not null references giving.donors,
  at timestamptz not null,
  by_person uuid,
  former platform.sealed_text not null
);
create index donor_changes_of_donor on giving.donor_changes (donor_id, at desc);
alter table giving.donor_changes alter column former set statistics 0;
grant select, insert, update, delete on giving.donor_changes to otonari_app;
