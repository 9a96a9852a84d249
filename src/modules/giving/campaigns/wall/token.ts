import { makeTokens } from '../../../../platform/sealed/tokens.ts';
import type { GivingServices } from '../../services.ts';

const PURPOSE = 'giving.wall';

/** What a link in a mail says of a name: sealed, so that it cannot be changed into somebody else's. */
export function wallToken({ secret }: Pick<GivingServices, 'secret'>, wallNameId: string): string {
  return makeTokens(secret).seal(wallNameId, PURPOSE);
}

/** @returns the id of the name; null when it is not one of our links */
export function readWallToken({ secret }: Pick<GivingServices, 'secret'>, token: string): string | null {
  return makeTokens(secret).unseal(token, PURPOSE);
}
