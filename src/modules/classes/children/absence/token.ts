import { makeTokens } from '../../../../platform/sealed/tokens.ts';
import type { ClassServices } from '../../services.ts';
import { childrenPaths } from '../paths.ts';

const PURPOSE = 'classes.absence';

/** Where whoever has the mail says that a child does not come: it frees that one seat, and says nothing of whose it is. */
export const absencePath = ({ secret }: ClassServices, seatId: string): string =>
  childrenPaths.absence({ token: makeTokens(secret).seal(seatId, PURPOSE) });

/** @returns the seat's id; null for what is none of ours */
export const readAbsence = ({ secret }: ClassServices, token: string): string | null =>
  makeTokens(secret).unseal(token, PURPOSE);
