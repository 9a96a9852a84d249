-- Beside each line of the bank that waits stands who has announced just its amount, without reading all that is open.
create index pledges_open_of_amount on giving.pledges (amount_jpy, made_at desc) where state = 'open';
