/** What people like to do together; two who name the same are nearer to each other. */
export const INTERESTS = [
  'cooking',
  'walking',
  'sports',
  'music',
  'films',
  'books',
  'art',
  'crafts',
  'nature',
  'photos',
  'games',
  'anime',
  'travel',
  'history',
  'tea',
  'languages',
] as const;
export type Interest = (typeof INTERESTS)[number];

/** How far somebody would go to meet, in kilometers as the crow flies. */
export const REACHES = ['2', '5', '10', '20'] as const;

export const GENDER_WISHES = ['any', 'female', 'male'] as const;

/** What somebody would not like to be with, and what a home has of it. */
export const LIMITS = ['children', 'pets', 'smoking'] as const;
export const AT_HOME = ['pets', 'smoking'] as const;

/** In how many proposals or pairs somebody can be at once. */
export const PLACES = ['1', '2', '3'] as const;

/** What a resident promises and a volunteer promises, line by line: JII's published list, and what protects both. */
export const PLEDGE_LINES = [
  'keep_the_law',
  'no_solicitation',
  'no_romance',
  'no_harm',
  'no_money',
  'keep_confidence',
] as const;
