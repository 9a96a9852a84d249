import { actRoutes, type Door } from '../../../../kits/acts/index.ts';
import { accept } from '../../../../platform/refusal.ts';
import type { Route } from '../../../../platform/web/route.ts';
import { compose } from '../../../people/index.ts';
import { giveContact, takeContactBack } from '../../contact/give.ts';
import { sayYes } from '../../introduction/agree.ts';
import { chooseIntroduction } from '../../introduction/commands.ts';
import { decline, residentAccepts, volunteerAccepts } from '../../propose/answer.ts';
import type { Pair } from '../../types.ts';
import { report } from '../../worry/report.ts';
import { residentOfPair, volunteerOfPair } from '../relations.ts';
import { findPair } from '../store.ts';
import { PAIR } from '../subject.ts';
import { pairForms } from './forms.ts';
import { asSide, type OnOwnPair } from './own.ts';
import { showPair } from './show.tsx';

const door: Door<OnOwnPair, Pair> = {
  access: [volunteerOfPair, residentOfPair],
  on: ({ params, actor, now, fields: { version } }) => ({
    pairId: params.id,
    personId: actor.personId,
    now,
    version,
  }),
  // Nobody’s record but that of the pair itself: the other side’s would tell whose answer it was.
  about: ({ id }) => ({ subjectIds: [], object: { kind: PAIR, id } }),
  again: (call, form) => showPair(call, form),
};

/** What the two do on the page of a proposal or a pair. */
export const pairActs: readonly Route[] = actRoutes(pairForms, door, {
  'volunteer-acceptance': ({ db }, on) => asSide(db, on, (own) => volunteerAccepts(db, own)),
  'resident-acceptance': ({ db }, on) => asSide(db, on, (own) => residentAccepts(db, own)),
  rejection: ({ db, fields: { reason } }, on) => asSide(db, on, (own) => decline(db, { ...own, reason })),
  introduction: ({ db, fields: { slot: slotId } }, on) =>
    asSide(db, on, (own) => chooseIntroduction(db, { ...own, slotId })),
  async agreement({ db }, on) {
    const done = await asSide(db, on, (own) => sayYes(db, own));
    if (!done.ok) return done;
    const after = await findPair(db, on.pairId);
    return after?.state === 'active' ? accept({ ...done.value, says: 'pair_has_begun' }) : done;
  },
  contacts: ({ db, fields: { channels } }, on) =>
    asSide(db, on, (own) => giveContact(db, { ...own, channels })),
  'contact-removal': ({ db }, on) => asSide(db, on, (own) => takeContactBack(db, own)),
  async report({ db, locale, fields }, on) {
    const { what, stop, reportWords: typed } = fields;
    const composed = compose({ field: 'reportWords', typed, ...fields, readers: [], locale });
    if (!composed.ok) return composed;
    return asSide(db, on, (own) => report(db, { ...own, what, stop, words: composed.value }));
  },
});
