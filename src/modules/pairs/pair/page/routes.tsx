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

/** A proposal, and what becomes of it, as one of the two sees it. */
export const pairRoutes: readonly Route[] = [
  get({
    path: pairsPaths.pair,
    access: [volunteerOfPair, residentOfPair],
    audit: 'pairs.pair.viewed',
    async handle(call) {
      const pair = await findPair(call.db, call.params.id);
      if (!pair) return missing();
      if (IS_PROPOSAL.includes(pair.state)) return redirect(pairsPaths.proposal({ id: pair.id }));
      await call.audit(looked(pair, call.actor.personId));
      return showPair(call, FormState.fresh());
    },
  }),
  get({
    path: pairsPaths.proposal,
    access: [volunteerOfPair, residentOfPair],
    audit: 'pairs.proposal.viewed',
    async handle(call) {
      const pair = await findPair(call.db, call.params.id);
      if (!pair) return missing();
      if (!IS_PROPOSAL.includes(pair.state)) return redirect(pairsPaths.pair({ id: pair.id }));
      await call.audit(looked(pair, call.actor.personId));
      return showPair(call, FormState.fresh());
    },
  }),
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
