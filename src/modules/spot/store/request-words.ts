import { sealedColumn } from '../../../platform/sealed/column.ts';

/** What is written in a request; each column is sealed for the request's id. */
export const requestWords = {
  own: sealedColumn('spot.support_requests.own_words'),
  japanese: sealedColumn('spot.support_requests.japanese_words'),
  placeName: sealedColumn('spot.support_requests.place_name'),
  exactAddress: sealedColumn('spot.support_requests.exact_address'),
  goodToKnow: sealedColumn('spot.support_requests.good_to_know'),
  outcome: sealedColumn('spot.support_requests.outcome_words'),
};
