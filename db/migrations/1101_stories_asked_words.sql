-- The words as they were read by those who were asked: what is mended later is measured by them, and not by the last mend.
alter table stories.texts add column asked_words platform.sealed_text;
alter table stories.texts alter column asked_words set statistics 0;
