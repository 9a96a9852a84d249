-- What is asked of an applicant stands on their page and on the desk, beside the fees of years.
create index fees_of_application on pairs.fees (application_id);
-- What is over is listed from its newest end: with every year there is more of it.
create index pairs_over on pairs.pairs (proposed_at desc, id desc) where state in ('fell_through', 'completed', 'ended');
create index applications_over on pairs.applications (submitted_at desc, id desc)
  where state in ('declined', 'withdrawn', 'expired', 'ended');
