-- A refund of a card that the provider could not pay: its money is ours again, it waits for somebody to see it, and it is asked
-- for anew.
alter type giving.refund_state add value 'failed';

drop index giving.refunds_open;
create index refunds_open on giving.refunds (asked_at) where state not in ('refused', 'sent', 'paid');

create or replace function giving.judge_refund() returns trigger
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
    from giving.refunds where gift_id = new.gift_id and state not in ('refused', 'failed') and id <> new.id;
  if returned + under_way + new.amount_jpy > given or together + new.amount_jpy > given then
    raise exception 'more would be refunded than was given' using errcode = 'check_violation',
      constraint = 'refunds_within_gift';
  end if;
  return new;
end $$;

create or replace function giving.keep_refund() returns trigger
language plpgsql
as $$
begin
  if (new.gift_id, new.amount_jpy, new.needs_second) is distinct from (old.gift_id, old.amount_jpy, old.needs_second)
    or old.state in ('refused', 'paid') and new.state <> old.state
    or old.state = 'sent' and new.state not in ('sent', 'failed')
    or old.state = 'failed' and new.state not in ('failed', 'refused') then
    raise exception 'a refund is not changed' using errcode = 'check_violation', constraint = 'refunds_stay';
  end if;
  return new;
end $$;
