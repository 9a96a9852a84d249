-- A name has at most 200 characters as its bearer counts them; in some scripts one of those takes several code points.
alter table people.persons
  drop constraint persons_name_check,
  drop constraint persons_preferred_name_check,
  drop constraint persons_kana_check,
  drop constraint persons_romaji_check,
  add constraint persons_name_check check (char_length(name) <= 1600),
  add constraint persons_preferred_name_check check (char_length(preferred_name) between 1 and 1600),
  add constraint persons_kana_check check (char_length(kana) between 1 and 1600),
  add constraint persons_romaji_check check (char_length(romaji) between 1 and 1600);
