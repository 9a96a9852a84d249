import { calendarFile } from '../../../../kits/slots/index.ts';
import { FormState } from '../../../../platform/web/form-state.ts';
import { get, missing, type Route, redirect } from '../../../../platform/web/route.ts';
import { findIntroduction } from '../../introduction/store.ts';
import { pairsPaths } from '../../paths.ts';
import type { Pair, PairState } from '../../types.ts';
import { pairsMessages } from '../../words.ts';
import { otherSide, personOf, sideOf } from '../over.ts';
import { residentOfPair, volunteerOfPair } from '../relations.ts';
import { findPair } from '../store.ts';
import { PAIR } from '../subject.ts';
import { showPair } from './show.tsx';

const IS_PROPOSAL: readonly PairState[] = ['proposed', 'offered'];

/** Its page at one of its two addresses; from the one at which it is not the way leads to the other. */
const page = (
  path: typeof pairsPaths.pair | typeof pairsPaths.proposal,
  audit: string,
  isHere: (pair: Pair) => boolean,
): Route =>
  get({
    path,
    access: [volunteerOfPair, residentOfPair],
    audit,
    async handle(call) {
      const pair = await findPair(call.db, call.params.id);
      if (!pair) return missing();
      const other = path === pairsPaths.pair ? pairsPaths.proposal : pairsPaths.pair;
      if (!isHere(pair)) return redirect(other({ id: pair.id }));
      await call.audit(looked(pair, call.actor.personId));
      return showPair(call, FormState.fresh());
    },
  });

/** A proposal, and what becomes of it, as one of the two sees it. */
export const pairRoutes: readonly Route[] = [
  page(pairsPaths.pair, 'pairs.pair.viewed', ({ state }) => !IS_PROPOSAL.includes(state)),
  page(pairsPaths.proposal, 'pairs.proposal.viewed', ({ state }) => IS_PROPOSAL.includes(state)),
  get({
    path: pairsPaths.introductionCalendar,
    access: [volunteerOfPair, residentOfPair],
    audit: null,
    async handle({ db, params, locale, now }) {
      const introduction = await findIntroduction(db, params.id);
      if (!introduction) return missing();
      const { id, sequence, startsAt, endsAt, calledOffAt } = introduction;
      const title = pairsMessages.in(locale).plain('introduction_calendar_title');
      const details = calledOffAt ? null : { url: null, area: null };
      return calendarFile('Pairs', { id, sequence, startsAt, endsAt, title, details }, now);
    },
  }),
];

/** Whose profile was looked at; nobody's once it came to nothing. */
function looked(pair: Pair, personId: string | null) {
  const side = sideOf(pair, personId);
  const isShown = pair.state !== 'fell_through' && side !== null;
  return {
    subjectIds: isShown ? [personOf(pair, otherSide(side))] : [],
    object: { kind: PAIR, id: pair.id },
  };
}
