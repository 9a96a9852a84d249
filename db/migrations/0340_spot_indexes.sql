-- Who was asked when, for fairness; and how long the first yes took, for the public figures.
create index offers_by_asking on spot.offers (volunteer_id, asked_at desc);
create index transitions_to_yes on spot.transitions (request_id, at) where act = 'accept';
