import { z } from 'zod';
import { isClosedAt } from '../../../../kits/slots/index.ts';
import type { Database } from '../../../../platform/database/connect.ts';
import { ask, askTogether } from '../../../../platform/database/questions.ts';
import { yearOf } from '../../../../platform/languages/formats.tsx';
import type { Relation } from '../../../../platform/permissions.ts';
import { rememberedSetting } from '../../../../platform/settings/settings.ts';
import { wholeNumber } from '../../../../platform/web/form-fields.ts';
import { FormState } from '../../../../platform/web/form-state.ts';
import {
  type Call,
  get,
  missing,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../../platform/web/route.ts';
import { hasPhone } from '../../../people/index.ts';
import { isApprovedVolunteer, restOf } from '../../../trust/index.ts';
import { answerWantedUntil } from '../../meet/rules/visit.ts';
import { spotPaths } from '../../paths.ts';
import { titleOf } from '../../request/page-title.ts';
import { type SpotSettings, spotSetting } from '../../settings.ts';
import { findAssignment } from '../../store/assignments.ts';
import { findOfferCard, type OfferCard, offersOfVolunteer } from '../../store/lists/offer-cards.ts';
import { findOwnOffer } from '../../store/own-offer.ts';
import { spotMessages } from '../../words.ts';
import { acceptOffer } from '../accept-offer.ts';
import { declineOffer } from '../decline-offer.ts';
import type { OfferCardProps } from './card.tsx';
import { OfferOverPage, OfferPage, OffersPage } from './views.tsx';

/** The one to whom an offer was made; stays when it is answered, so that a late answer gets a sentence. */
const volunteerOfOffer: Relation = {
  name: 'volunteer of the offer',
  holds: async (db, personId, params) => (await findOwnOffer(db, personId, params['id'] ?? '')) !== null,
};

/** A start as the buttons send it; anything else is none of the possible times. */
const start = z.string({ message: 'choose_one_of_the_times' }).transform((typed, context) => {
  try {
    return Temporal.Instant.from(typed);
  } catch {
    context.addIssue({ code: 'custom', message: 'choose_one_of_the_times' });
    return z.NEVER;
  }
}) as unknown as z.ZodType<Temporal.Instant>;

/** Requests put to a volunteer, and their yes or no. A card has no name: looking at one's own needs no audit entry. */
export const offerRoutes: readonly Route[] = [
  get({
    path: spotPaths.offers,
    access: 'person',
    audit: null,
    async handle({ db, actor, now, locale }) {
      const personId = actor.personId ?? '';
      const { cards, rest, isCallable } = await askTogether(db, {
        cards: offersOfVolunteer(db, personId, now),
        rest: restOf(personId, now),
        isCallable: hasPhone(personId),
      });
      const isApproved = cards.length > 0 || (await isApprovedVolunteer(db, personId, now));
      const title = spotMessages.in(locale).plain('offers_title');
      const settings = await rememberedSetting(db, spotSetting);
      return page(
        title,
        <OffersPage
          asksForPhone={!isCallable && cards.some(isInPerson)}
          cards={inOrder(cards.map((card) => shownCard(card, { settings, now })))}
          isApproved={isApproved}
          rest={rest}
        />,
      );
    },
  }),
  get({
    path: spotPaths.offer,
    access: [volunteerOfOffer],
    audit: null,
    handle: (call) => offerPage(call, FormState.fresh()),
  }),
  post({
    path: spotPaths.offerAcceptance,
    access: [volunteerOfOffer],
    audit: 'spot.offer.accepted',
    form: z.object({ startsAt: start, corrections: wholeNumber(0, 1_000_000) }),
    async handle(call) {
      const offer = await findOwnOffer(call.db, call.actor.personId ?? '', call.params.id);
      if (!offer) return missing();
      const { startsAt, corrections } = call.fields;
      const on = { requestId: offer.requestId, doer: asked(call), startsAt, corrections };
      const outcome = await acceptOffer(call.db, on);
      if (!outcome.ok) return refusedBy(outcome.refusal);
      const { requesterId, volunteerId } = outcome.value;
      await call.audit({
        subjectIds: [requesterId, volunteerId ?? ''].filter(Boolean),
        object: { kind: 'spot.request', id: offer.requestId },
      });
      return redirect(spotPaths.visit({ id: offer.requestId }), done(call, 'you_said_yes'));
    },
    again: (call, form) => offerPage(call, form),
  }),
  post({
    path: spotPaths.offerRefusal,
    access: [volunteerOfOffer],
    audit: 'spot.offer.declined',
    async handle(call) {
      const offer = await findOwnOffer(call.db, call.actor.personId ?? '', call.params.id);
      if (!offer) return missing();
      const outcome = await declineOffer(call.db, { requestId: offer.requestId, doer: asked(call) });
      if (!outcome.ok) return refusedBy(outcome.refusal);
      await call.audit({
        subjectIds: [offer.volunteerId],
        object: { kind: 'spot.request', id: offer.requestId },
      });
      return redirect(spotPaths.offers(), done(call, 'you_said_no'));
    },
    again: (call, form) => offerPage(call, form),
  }),
];

type Asking = Pick<Call<{ id: string }, unknown, Database>, 'db' | 'actor' | 'locale' | 'now' | 'params'>;

const asked = ({ actor, now }: Pick<Call, 'actor' | 'now'>) =>
  ({ personId: actor.personId, party: 'asked_volunteer', now }) as const;

function done({ locale }: Pick<Call, 'locale'>, key: 'you_said_yes' | 'you_said_no') {
  return { tone: 'done', text: spotMessages.in(locale).noted(key) } as const;
}

/** Coordinators have to be able to call a volunteer who says yes to this. */
const isInPerson = ({ placeKind }: Pick<OfferCard, 'placeKind'>) => placeKind === 'place';

/** A card as it is now: without the times that were closed since it was written, and until when an answer helps. */
function shownCard(
  written: OfferCard,
  { settings, now }: { readonly settings: SpotSettings; readonly now: Temporal.Instant },
): OfferCardProps {
  const isOpen = (startsAt: Temporal.Instant) =>
    !isClosedAt({ startsAt, minutes: written.durationMinutes }, settings);
  const card = { ...written, possibleTimes: written.possibleTimes.filter(isOpen) };
  return {
    card,
    answerUntil: answerWantedUntil(card, settings.unfilledBeforeHours, now),
    thisYear: yearOf(now),
  };
}

/** The first for which an answer is wanted first; last those for which none helps any more. */
function inOrder(cards: readonly OfferCardProps[]): OfferCardProps[] {
  const placeOf = ({ answerUntil }: OfferCardProps) =>
    answerUntil?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
  return cards.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
}

/** The card while it waits for an answer; afterwards what became of it. */
async function offerPage(call: Asking, form: FormState): Promise<Reply> {
  const { db, now, locale } = call;
  const offer = await findOwnOffer(db, call.actor.personId ?? '', call.params.id);
  if (!offer) return missing();
  const t = spotMessages.in(locale);
  const found = await findOfferCard(db, { ...offer, now });
  if (found) {
    const settings = await rememberedSetting(db, spotSetting);
    const title = titleOf(t.plain('offer_title'), found, locale);
    return page(
      title,
      <OfferPage
        card={shownCard(found, { settings, now })}
        asksForPhone={isInPerson(found) && !(await ask(db, hasPhone(offer.volunteerId)))}
        form={form}
      />,
    );
  }
  if (form.refusals.length === 0 && offer.state === 'accepted') {
    const assignment = await findAssignment(db, offer.requestId);
    if (assignment?.volunteerId === offer.volunteerId)
      return redirect(spotPaths.visit({ id: offer.requestId }));
  }
  return page(t.plain('offer_title'), <OfferOverPage state={offer.state} form={form} />);
}
