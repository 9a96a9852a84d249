-- What people write to each other is sealed (0060).
alter domain platform.sealed_text drop constraint sealed_form;
alter table conversations.messages
  drop constraint messages_words_check,
  alter column words type platform.sealed_text,
  add check (words <> '');
alter domain platform.sealed_text add constraint sealed_form check (platform.is_sealed(value)) not valid;
