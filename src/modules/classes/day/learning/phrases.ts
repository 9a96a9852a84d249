/** What a tutor tells a family: sentences that every language has, word for word. */
export const PHRASES = [
  'sang',
  'own_task',
  'read_aloud',
  'wrote_name',
  'new_words',
  'karuta',
  'helped',
  'asked',
  'tried_hard',
  'joined_later',
  'was_tired',
  'needs_time',
  'read_at_home',
  'write_at_home',
  'speak_home_language',
] as const;
export type Phrase = (typeof PHRASES)[number];

export const isPhrase = (word: string): word is Phrase => PHRASES.some((phrase) => phrase === word);
