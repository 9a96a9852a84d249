-- Ninety thousand numbers are too few for years of pledges: new ones have a digit more (six and a check digit), those that are
-- there hold. The former version draws shorter ones and reads a longer one as a part of the name, which somebody explains.
alter table giving.pledges drop constraint pledges_number_check,
  add constraint pledges_number_check check (number between 100000 and 9999999);
