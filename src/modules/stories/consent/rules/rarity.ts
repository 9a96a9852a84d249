import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import type { ChildAge, Consent, Told } from '../../types.ts';

/** Among fewer people somebody could be found. */
export const ALIKE_AT_LEAST = 5;

/** In years, from the first up to, but not, the second. */
export const CHILD_YEARS: Readonly<Record<ChildAge, readonly [number, number]>> = {
  baby: [0, 2],
  preschool: [2, 6],
  school: [6, 13],
  teen: [13, 18],
};

/** Whether a story says anything by which somebody could be looked for. */
export const tellsAnything = ({ ward, language, childAge, job }: Told): boolean =>
  ward !== null || language !== null || childAge !== null || job;

/**
 * Whether too few people share what a story tells. Who is shown by their name or face has chosen to be known, and is not
 * hidden by a crowd. Jobs we do not know of anybody: one is never told beside something else.
 * @param alike how many people of ours share ward, language and child's age
 */
export function isCommonEnough(
  tells: Told,
  shown: readonly Pick<Consent, 'naming' | 'showsFace'>[],
  alike: number,
): Outcome<null> {
  if (!tellsAnything(tells)) return accept(null);
  if (shown.length > 0 && shown.every(({ naming, showsFace }) => naming === 'name' || showsFace))
    return accept(null);
  const { ward, language, childAge, job } = tells;
  if (job && (ward !== null || language !== null || childAge !== null)) return refuse('job_beside_others');
  if (job) return accept(null);
  return alike < ALIKE_AT_LEAST ? refuse('too_few_alike', { least: ALIKE_AT_LEAST }) : accept(null);
}
