-- Mails that went out, by their key, so that a job which runs twice sends once. No addresses, no words.
create table platform.sent_mail (
  key text primary key,
  sent_at timestamptz not null
);
create index sent_mail_by_age on platform.sent_mail (sent_at);

-- Where mails go when no mail server is configured: shown at /dev/mail.
create table platform.development_mail (
  id uuid primary key default gen_random_uuid(),
  recipient text not null,
  subject text not null,
  body text not null,
  sent_at timestamptz not null
);
create index development_mail_by_time on platform.development_mail (sent_at desc);

grant select, insert, update, delete on platform.sent_mail, platform.development_mail to otonari_app;
