-- Fees that programs have taken, until the treasurer finds them at the bank or in the cash box.
insert into giving.accounts (id, kind, place) values ('with_programs', 'asset', 16);
