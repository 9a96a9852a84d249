-- What somebody agreed to holds every word of the story, those of others in it too. When a consent ends, those words go at
-- once: that they were agreed to is proved by their hash.
update stories.consents set agreed_text = null where state in ('recalled', 'declined') and agreed_text is not null;
alter table stories.consents
  add constraint agreed_words_end check (state not in ('recalled', 'declined') or agreed_text is null);
