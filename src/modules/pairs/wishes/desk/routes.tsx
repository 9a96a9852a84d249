import { ownId } from '../../../../platform/permissions.ts';
import { refuse } from '../../../../platform/refusal.ts';
import { get, page, post, type Route, redirect, refusedBy } from '../../../../platform/web/route.ts';
import { pairsPaths } from '../../paths.ts';
import { propose } from '../../propose/propose.ts';
import { pairsStaffMessages } from '../../words.ts';
import { listWishingTwo } from './find.ts';
import { WishingPage } from './views.tsx';

/** Two who both wish for each other: proposed without a round where every condition holds. */
export const wishDeskRoutes: readonly Route[] = [
  get({
    path: pairsPaths.deskWishes,
    access: ['coordinator'],
    audit: 'pairs.wishes.viewed',
    async handle(call) {
      const all = (await listWishingTwo(call.db, call.now)).filter((two) => !isOneOf(two, ownId(call)));
      await call.audit({
        subjectIds: all.flatMap(({ residentId, volunteerId }) => [residentId, volunteerId]),
      });
      return page(pairsStaffMessages.in(call.locale).plain('wishes_title'), <WishingPage all={all} />);
    },
  }),
  post({
    path: pairsPaths.deskWish,
    access: ['coordinator'],
    audit: 'pairs.pair.proposed',
    async handle(call) {
      const { db, now, params, locale } = call;
      const two = (await listWishingTwo(db, now)).find(({ id }) => id === params.id);
      const { resident, volunteer } = two?.applications ?? {};
      if (!two?.fit || !resident || !volunteer) return refusedBy(refuse('wish_is_over').refusal);
      const proposed = await propose(db, {
        residentApplicationId: resident.id,
        volunteerApplicationId: volunteer.id,
        roundId: null,
        reasons: { codes: two.fit.parts.map(({ reason }) => reason), words: '' },
        fit: two.fit.total,
        doer: { personId: ownId(call), party: 'coordinator', now },
      });
      if (!proposed.ok) return refusedBy(proposed.refusal);
      await call.audit({
        subjectIds: [two.residentId, two.volunteerId],
        object: { kind: 'pairs.pair', id: proposed.value },
      });
      return redirect(pairsPaths.deskWishes(), {
        tone: 'done',
        text: pairsStaffMessages.in(locale).noted('wish_was_proposed'),
      });
    },
  }),
];

/** A coordinator who is one of the two reads it where everybody does. */
const isOneOf = (two: { readonly residentId: string; readonly volunteerId: string }, personId: string) =>
  two.residentId === personId || two.volunteerId === personId;
