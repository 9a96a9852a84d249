import type { Factor } from './factor.ts';

/** The part of what the resident comes for that the volunteer offers; nothing asked for counts as half. */
export const purposes: Factor = (resident, volunteer) => {
  const wanted = resident.purposes;
  if (wanted.length === 0) return { share: 500, reason: { code: 'asks_for_nothing_special', params: {} } };
  const offered = wanted.filter((purpose) => volunteer.offers.includes(purpose));
  const share = Math.round((1000 * offered.length) / wanted.length);
  if (offered.length === 0) return { share, reason: { code: 'offers_nothing_asked_for', params: {} } };
  return { share, reason: { code: 'offers', params: { purposes: offered } } };
};
