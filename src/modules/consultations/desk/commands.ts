import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { listCoordinators, peopleEvents } from '../../people/index.ts';
import type { DangerCheck } from '../danger/checks.ts';
import { publish } from '../events.ts';
import { callOffMeeting } from '../interpreters/releasing.ts';
import { does, type OnMatter } from '../matter/doing.ts';
import { KIND_OF_HELP } from '../matter/kind-of-help.ts';
import { type MatterKey, openMatterKey } from '../sealed/matter-key.ts';
import { insertDangerCheck } from '../store/danger.ts';
import { type DeadlineKind, insertDeadline, markDeadlineDone } from '../store/deadlines.ts';
import { insertEntry } from '../store/entries.ts';
import { findMatter, updateMatter } from '../store/matters.ts';
import { findGlass, findOpening, insertGlass, insertReview, noteOpening } from '../store/openings.ts';
import { isLeftAlone, type Matter, type MatterOutcome } from '../types.ts';
import { LEAST_REASON } from './forms.ts';

type On = Omit<OnMatter, 'as'> & { readonly as: 'coordinator' };

/** A matter in one's own care, with its key. Refused: `matter_is_in_other_hands`, and where it is closed */
export async function enterCare(
  tx: Tx,
  { matterId, byPersonId }: Pick<On, 'matterId' | 'byPersonId'>,
): Promise<Outcome<{ readonly matter: Matter; readonly key: MatterKey; readonly by: string }>> {
  const matter = await findMatter(tx, matterId, 'locked');
  const key = matter && (await openMatterKey(tx, matterId));
  if (!key || byPersonId === null) return refuse('matter_is_unknown');
  if (matter.responsibleId !== byPersonId) return refuse('matter_is_in_other_hands');
  if (matter.state === 'closed') return refuse('matter_is_closed');
  return accept({ matter, key, by: byPersonId });
}

const keep = async (tx: Tx, matter: Matter, { byPersonId, now }: OnMatter) => {
  if (byPersonId === null || matter.residentId === byPersonId) return refuse('matter_is_your_own');
  await noteOpening(tx, { matterId: matter.id, personId: byPersonId, now, as: 'keeper' });
  return accept({ changes: { responsible_id: byPersonId } });
};
const takeFirst = does('take', keep);
const takeOver = does('hand_over', keep);

/**
 * Somebody is responsible from now on, and has it before them: of what nobody has taken yet, and of what somebody had who
 * coordinates no more, and could hand it over to nobody. Nobody takes what they have asked themselves.
 */
export async function takeMatter(tx: Tx, on: On): Promise<Outcome<Matter>> {
  const matter = await findMatter(tx, on.matterId, 'locked');
  const isLeft = matter !== null && isLeftAlone(matter, await listCoordinators(tx, on.now));
  return isLeft ? takeOver(tx, { ...on, as: 'house' }) : takeFirst(tx, on);
}

/** To another coordinator, never to whom it is about. Refused beside the field: `choose_a_coordinator` */
export const handOver = does<On & { readonly to: string }>(
  'hand_over',
  async (tx, matter, { to, now, byPersonId }) => {
    const others = (await listCoordinators(tx, now)).filter((id) => id !== matter.residentId);
    if (matter.responsibleId !== byPersonId) return refuse('matter_is_in_other_hands');
    if (!others.includes(to) || to === byPersonId) return refuse('choose_a_coordinator', {}, 'successorId');
    return accept({ changes: { responsible_id: to } });
  },
);

export const closeMatter = does<On & { readonly outcome: MatterOutcome }>('close', async (tx, matter, on) => {
  if (matter.responsibleId !== on.byPersonId) return refuse('matter_is_in_other_hands');
  await callOffMeeting(tx, matter, on.now);
  // What helped one may help others: of which kind it was, and nothing that leads back here.
  if (on.outcome === 'solved')
    await peopleEvents.publish(tx, {
      type: 'people.help.given',
      ids: { helpKind: KIND_OF_HELP[matter.field] },
    });
  return accept({ changes: { closed_at: on.now, outcome: on.outcome } });
});

/** Writes to whoever has asked; with the first words the promise is kept. */
export async function reply(tx: Tx, on: On & { readonly words: string }): Promise<Outcome<Matter>> {
  const entered = await enterCare(tx, on);
  if (!entered.ok) return entered;
  const { matter, key, by } = entered.value;
  await insertEntry(tx, key, { kind: 'reply', authorId: by, words: on.words, now: on.now });
  if (!matter.answeredAt) await updateMatter(tx, matter.id, { answered_at: on.now });
  await publish(tx, {
    type: 'consultations.reply.written',
    ids: { matterId: matter.id, residentId: matter.residentId, byPersonId: by },
    live: ['desk', `person:${matter.residentId}`],
  });
  return accept(matter);
}

/** What only those read who may open the matter; whoever has asked does not. */
export async function writeNote(tx: Tx, on: On & { readonly words: string }): Promise<Outcome<Matter>> {
  const entered = await enterCare(tx, on);
  if (!entered.ok) return entered;
  const { matter, key, by } = entered.value;
  await insertEntry(tx, key, { kind: 'note', authorId: by, words: on.words, now: on.now });
  return accept(matter);
}

export async function enterDeadline(
  tx: Tx,
  on: On & { readonly kind: DeadlineKind; readonly onDay: Temporal.PlainDate },
): Promise<Outcome<Matter>> {
  const entered = await enterCare(tx, on);
  if (!entered.ok) return entered;
  const { matter, by } = entered.value;
  await insertDeadline(tx, { matterId: matter.id, kind: on.kind, onDay: on.onDay, by, now: on.now });
  return accept(matter);
}

/** It was kept. Refused: `deadline_is_done` */
export async function endDeadline(
  tx: Tx,
  on: On & { readonly deadlineId: string },
): Promise<Outcome<Matter>> {
  const entered = await enterCare(tx, on);
  if (!entered.ok) return entered;
  const { matter } = entered.value;
  const isDone = await markDeadlineDone(tx, { matterId: matter.id, id: on.deadlineId, now: on.now });
  return isDone ? accept(matter) : refuse('deadline_is_done');
}

export async function checkDanger(tx: Tx, on: On & { readonly item: DangerCheck }): Promise<Outcome<Matter>> {
  const entered = await enterCare(tx, on);
  if (!entered.ok) return entered;
  const { matter, by } = entered.value;
  await insertDangerCheck(tx, { matterId: matter.id, item: on.item, by, now: on.now });
  return accept(matter);
}

/**
 * Opens a matter that is in other hands, by a reason: for three hours, to read. Whoever has asked is told at once, and a second
 * person looks at it. To whom it is open already it is not opened a second time. Refused: `matter_is_your_own`, and beside the
 * field where the reason says too little
 */
export async function breakGlass(tx: Tx, on: On & { readonly reason: string }): Promise<Outcome<Matter>> {
  const { matterId, byPersonId, now, reason } = on;
  const matter = await findMatter(tx, matterId, 'locked');
  const key = matter && (await openMatterKey(tx, matterId));
  if (!key || byPersonId === null) return refuse('matter_is_unknown');
  if (matter.residentId === byPersonId) return refuse('matter_is_your_own');
  if (reason.length < LEAST_REASON) return refuse('say_why_you_open_it', {}, 'reason');
  const isOpen =
    matter.responsibleId === byPersonId || (await findGlass(tx, { matterId, personId: byPersonId, now }));
  if (isOpen) return accept(matter);
  const openingId = await insertGlass(tx, key, { personId: byPersonId, now, why: reason });
  await publish(tx, {
    type: 'consultations.matter.opened',
    ids: { matterId, residentId: matter.residentId, byPersonId, openingId },
    live: ['desk', `person:${matter.residentId}`],
  });
  return accept(matter);
}

interface Reviewing {
  readonly openingId: string;
  readonly matterId: string;
  readonly by: string;
  readonly verdict: 'in_order' | 'not_in_order';
  readonly now: Temporal.Instant;
}

/** A second person has looked at an opening. Refused: one's own, a second time, where it is about oneself */
export async function reviewOpening(tx: Tx, review: Reviewing): Promise<Outcome<Matter>> {
  const matter = await findMatter(tx, review.matterId, 'locked');
  const key = matter && (await openMatterKey(tx, matter.id));
  const opening = key && (await findOpening(tx, key, review.openingId));
  if (!matter || opening?.asWhat !== 'glass') return refuse('matter_is_unknown');
  if (matter.residentId === review.by) return refuse('matter_is_your_own');
  if (opening.personId === review.by) return refuse('opening_is_your_own');
  if (opening.review) return refuse('opening_is_reviewed');
  await insertReview(tx, review);
  return accept(matter);
}
