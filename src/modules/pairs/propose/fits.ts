import type { Purpose } from '../types.ts';

interface Known {
  readonly languages: readonly string[];
  readonly purposes: readonly Purpose[];
  readonly interests: readonly string[];
  /** Null where they do not let it be known. */
  readonly municipalityCode: string | null;
}

/** What two people have in common, of what both may know of each other. */
export function whatFits(one: Known, other: Known) {
  return {
    languages: one.languages.filter((language) => other.languages.includes(language)),
    purposes: one.purposes.filter((purpose) => other.purposes.includes(purpose)),
    interests: one.interests.filter((interest) => other.interests.includes(interest)),
    isNear: one.municipalityCode !== null && one.municipalityCode === other.municipalityCode,
  };
}
