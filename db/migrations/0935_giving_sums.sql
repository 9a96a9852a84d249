-- What each account has moved in each month and fund, kept with the entries themselves: no look sums over all of them.
create table giving.sums (
  id bigint generated always as identity primary key,
  account_id text not null references giving.accounts,
  fund_id text not null references giving.funds,
  -- By its first day.
  month date not null check (extract(day from month) = 1),
  debit_jpy bigint not null check (debit_jpy >= 0),
  credit_jpy bigint not null check (credit_jpy >= 0)
);
create index sums_of_account on giving.sums (account_id, fund_id, month);
create index sums_of_fund on giving.sums (fund_id);

-- A sum may stand in several rows: who finds all of them held by rivals begins another, so that nobody who books waits for
-- somebody else, or two for each other. There are never more of one than have ever booked at once.
create function giving.keep_sums() returns trigger
language plpgsql security definer set search_path = giving, pg_temp
as $$
declare
  moved record;
  kept bigint;
begin
  for moved in
    select e.account_id, e.fund_id, date_trunc('month', t.occurred_on::timestamp)::date as month,
      coalesce(sum(e.amount_jpy) filter (where e.amount_jpy > 0), 0)::bigint as debit,
      coalesce(-sum(e.amount_jpy) filter (where e.amount_jpy < 0), 0)::bigint as credit
    from written e join giving.transactions t on t.id = e.transaction_id group by 1, 2, 3
  loop
    select id into kept from giving.sums
      where account_id = moved.account_id and fund_id = moved.fund_id and month = moved.month
      limit 1 for update skip locked;
    if found then
      update giving.sums set debit_jpy = debit_jpy + moved.debit, credit_jpy = credit_jpy + moved.credit where id = kept;
    else
      insert into giving.sums (account_id, fund_id, month, debit_jpy, credit_jpy)
        values (moved.account_id, moved.fund_id, moved.month, moved.debit, moved.credit);
    end if;
  end loop;
  return null;
end $$;

-- Whoever books waits until this is committed: what stands already and what comes later are both counted, once.
create trigger keep_sums after insert on giving.entries referencing new table as written
  for each statement execute function giving.keep_sums();

insert into giving.sums (account_id, fund_id, month, debit_jpy, credit_jpy)
select e.account_id, e.fund_id, date_trunc('month', t.occurred_on::timestamp)::date,
  coalesce(sum(e.amount_jpy) filter (where e.amount_jpy > 0), 0), coalesce(-sum(e.amount_jpy) filter (where e.amount_jpy < 0), 0)
from giving.entries e join giving.transactions t on t.id = e.transaction_id group by 1, 2, 3;

grant select on giving.sums to otonari_app;
