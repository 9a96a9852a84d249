-- Since when no mail goes out, and what stands in the way; no row while it does. No addresses, no words.
create table platform.mail_hindered (
  only_one boolean primary key default true check (only_one),
  since timestamptz not null,
  last_at timestamptz not null check (last_at >= since),
  because text not null check (because ~ '^[a-z_]{1,40}$')
);
grant select, insert, update, delete on platform.mail_hindered to otonari_app;
