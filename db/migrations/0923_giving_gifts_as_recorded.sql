-- Gifts of the last weeks for which nobody was thanked: looked for every day.
create index gifts_as_recorded on giving.gifts (recorded_at);
