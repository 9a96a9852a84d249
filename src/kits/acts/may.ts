import {
  type Act,
  type ActOf,
  type Life,
  legalSteps,
  type PartyOf,
  type StateOf,
} from '../../platform/life.ts';
import { accept, type Outcome, refuse } from '../../platform/refusal.ts';

type Acts = Readonly<Record<string, Act>>;

/**
 * Whether an act is possible in a state, for somebody in a part where one is named: the same answer for the button, the
 * route and the tests. Refuses `this_is_not_yours_to_do`, or what the life says has happened meanwhile.
 */
export function mayDo<A extends Acts>(
  life: Life<A>,
  act: ActOf<A>,
  { state, party }: { readonly state: StateOf<A> | null; readonly party?: PartyOf<A> | undefined },
): Outcome<null> {
  const { by, from }: Act = life.acts[act] as Act;
  if (party !== undefined && !by.includes(party)) return refuse('this_is_not_yours_to_do');
  const isPossible = state === null ? from.length === 0 : from.includes(state);
  return isPossible ? accept(null) : { ok: false, refusal: life.refuses(act, state) };
}

/** States in which nothing more happens to a noun. */
export function finalStates<A extends Acts>(life: Life<A>): readonly StateOf<A>[] {
  const steps = legalSteps(life);
  const ends = steps.map(({ to }) => to).filter((to) => !steps.some(({ from }) => from === to));
  return [...new Set(ends)] as StateOf<A>[];
}
