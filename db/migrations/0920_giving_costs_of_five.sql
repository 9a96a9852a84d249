-- What a deed cost on average is said in public of five different visits or pairs, not of five months of one: until a night has
-- counted them, of none.
alter table giving.deed_costs add column objects integer not null default 0 check (objects >= 0);
