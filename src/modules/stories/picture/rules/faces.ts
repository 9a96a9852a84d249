import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import type { Box, Consent } from '../../types.ts';

/** Of those who are in the picture: whose face is hidden, because they did not agree to show it, or not any more. */
const hidesFace = ({ state, showsFace, uses }: Consent): boolean =>
  state !== 'agreed' || !showsFace || !uses.includes('site');

/**
 * The parts of a picture that are blurred. Refused while a face that is to be hidden has no place marked: then the picture
 * is not shown at all.
 */
export function blursFor(consents: readonly Consent[]): Outcome<readonly Box[]> {
  const hidden = consents.filter((one) => one.inPicture && hidesFace(one));
  const unmarked = hidden.filter(({ face }) => face === null);
  return unmarked.length > 0
    ? refuse('mark_each_face', { names: unmarked.map(({ name }) => name).join(', ') })
    : accept(hidden.flatMap(({ face }) => (face ? [face] : [])));
}

/** So many of 64 signs differ at most where it is the same picture. */
export const SAME_WITHIN = 6;
/** With fewer signs of one kind, a picture is all of one shade: it is known by its bytes alone. */
export const TELLING_SIGNS = 8;

/** Whether a fingerprint tells enough to know a picture by. */
export function isTelling(fingerprint: string): boolean {
  const ones = [...fingerprint].filter((sign) => sign === '1').length;
  return ones >= TELLING_SIGNS && ones <= 64 - TELLING_SIGNS;
}
