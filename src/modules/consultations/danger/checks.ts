/** What is done where somebody may be in danger, in this order. */
export const DANGER_CHECKS = [
  'reached_safely',
  'safe_now',
  'knows_numbers',
  'second_person_knows',
  'next_contact_agreed',
] as const;
export type DangerCheck = (typeof DANGER_CHECKS)[number];
