/** What of a profile a possible partner may see before both have said yes: each part by itself. The name to call and the languages always stand there. */
export const PROFILE_PARTS = ['about', 'town', 'household', 'interests', 'hours'] as const;
export type ProfilePart = (typeof PROFILE_PARTS)[number];

/** Consents apart from the pair itself: nobody needs to give one to be in it. */
export const FURTHER_CONSENTS = ['research', 'newsletter', 'stories'] as const;

export type ConsentKind = `profile_${ProfilePart}` | (typeof FURTHER_CONSENTS)[number];
