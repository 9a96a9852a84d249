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
