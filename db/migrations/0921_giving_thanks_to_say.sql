-- Who waits to be thanked by hand, beside the years of those who were: counted and listed whenever the treasurer looks.
create index thanks_to_say on giving.thanks (heard_at desc, gift_id desc) where way = 'by_hand' and thanked_at is null;
