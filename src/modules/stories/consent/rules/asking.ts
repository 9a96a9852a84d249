import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import type { Consent } from '../../types.ts';

/** For so long after an act about somebody's help, whoever did it does not ask them for a favor. */
export const DEPENDS_DAYS = 180;

/**
 * Whether a coordinator may ask: not of people about whose help they have decided, who may not dare to say no; and nobody
 * where two are kept apart, since each would read of the other.
 */
export function mayAsk({
  dependents,
  areKeptApart,
}: {
  /** Names of those in the story who depend on whoever asks. */
  readonly dependents: readonly string[];
  readonly areKeptApart: boolean;
}): Outcome<null> {
  if (areKeptApart) return refuse('two_are_kept_apart');
  return dependents.length > 0
    ? refuse('somebody_else_asks', { names: dependents.join(', ') })
    : accept(null);
}

/** Whether they have been asked at least once, and hold the link. */
export const wasAsked = ({ state, askedAt }: Pick<Consent, 'state' | 'askedAt'>): boolean =>
  state !== 'named' || askedAt !== null;

/** What somebody chose when they agreed. */
export type Chosen = Pick<Consent, 'uses' | 'naming' | 'shownAs' | 'showsFace' | 'showsPlace'> & {
  /** In years: no consent is forever. */
  readonly years: number;
};

/** Whether it can be kept like that: our own pages are part of it, and a name is said where one is wished for. */
export function mayAgree(
  { inText, inPicture }: Pick<Consent, 'inText' | 'inPicture'>,
  { uses, naming, shownAs, showsFace }: Chosen,
): Outcome<null> {
  if (uses.length === 0) return refuse('choose_a_use', {}, 'uses');
  if (inText && !uses.includes('site')) return refuse('site_comes_first', {}, 'uses');
  if (naming !== 'none' && !shownAs) return refuse('say_which_name', {}, 'shownAs');
  if (showsFace && !inPicture) return refuse('you_are_in_no_picture', {}, 'showsFace');
  return accept(null);
}

/** How a form begins: nothing is agreed to before somebody has said it, and where they are guarded it stays so. */
export function beginChoice({
  inPicture,
  isGuarded,
}: Pick<Consent, 'inPicture'> & { readonly isGuarded: boolean }) {
  return {
    uses: ['site'] as const,
    naming: isGuarded ? ('none' as const) : ('nickname' as const),
    shownAs: '',
    showsFace: inPicture && !isGuarded,
    showsPlace: !isGuarded,
    years: 2,
  };
}
