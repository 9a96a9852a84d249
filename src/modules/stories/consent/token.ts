import { makeTokens } from '../../../platform/sealed/tokens.ts';
import { storiesPaths } from '../paths.ts';
import type { StoryServices } from '../services.ts';

const PURPOSE = 'stories.consent';

type Sealing = Pick<StoryServices, 'secret'>;

/** The page on which somebody agrees, says no or takes all of it back, without signing in. Whoever has the link answers for that person. */
export function consentPath({ secret }: Sealing, consentId: string): string {
  return storiesPaths.consent({ token: makeTokens(secret).seal(consentId, PURPOSE) });
}

/** @returns the consent's id; null for what is none of ours */
export function readConsentToken({ secret }: Sealing, token: string): string | null {
  return makeTokens(secret).unseal(token, PURPOSE);
}
