/** Where refusals of a correction stand. */
export const CORRECTION_FIELDS = [
  'category',
  'durationMinutes',
  'correctionReason',
  'newTimes',
  'placeKind',
  'place',
  'placeName',
  'talkLanguages',
];
