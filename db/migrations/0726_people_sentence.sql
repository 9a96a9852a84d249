-- What somebody says of themselves in one sentence, beside their name: whoever they are proposed to reads it before both
-- agree. Sealed like their other words (0104); null and empty are the same.
alter table people.persons add column sentence platform.sealed_text;
-- No samples of sealed words for the planner (0694).
alter table people.persons alter column sentence set statistics 0;
