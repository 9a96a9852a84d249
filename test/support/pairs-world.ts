import { insertCertificate } from '../../src/modules/pairs/closing/store/certificates.ts';
import { insertCheckIns } from '../../src/modules/pairs/months/store/check-ins.ts';
import { beginRound } from '../../src/modules/pairs/rounds/commands.ts';
import { WEIGHTS } from '../../src/modules/pairs/rounds/solving/weights.ts';
import { insertStep } from '../../src/modules/pairs/steps/store.ts';
import { insertMeeting } from '../../src/modules/pairs/wishes/store.ts';
import type { Tx } from '../../src/platform/database/connect.ts';
import { applyForPair, pairUp } from './pairs.ts';
import { waitForPair } from './rounds.ts';

interface Neighbors {
  readonly sita: string;
  readonly maya: string;
  readonly haru: string;
  readonly midori: string;
  readonly coordinator: string;
  readonly applicant: string;
}

/** Pairs of the small world: Haru and Sita in the middle of their months, Midori and Maya behind theirs and asked again; one applicant; a round of two. */
export async function buildPairs(tx: Tx, ids: Neighbors, now: Temporal.Instant): Promise<void> {
  const apply = (side: 'resident' | 'volunteer', personId: string) =>
    applyForPair(tx, { side, personId, now });
  const [haru, sita] = [await apply('volunteer', ids.haru), await apply('resident', ids.sita)];
  const [midori, maya] = [await apply('volunteer', ids.midori), await apply('resident', ids.maya)];
  await applyForPair(tx, { side: 'volunteer', personId: ids.applicant, state: 'submitted', now });
  const { coordinator: coordinatorId } = ids;
  const of = (volunteer: { id: string }, resident: { id: string }) => ({
    volunteerApplicationId: volunteer.id,
    residentApplicationId: resident.id,
    coordinatorId,
    now,
  });
  const running = {
    ...of(haru, sita),
    state: 'active',
    startedOn: Temporal.PlainDate.from('2026-10-10'),
  } as const;
  const pairId = await pairUp(tx, running);
  await insertStep(tx, { pairId, act: 'begin', byPerson: ids.haru, at: now });
  const asked = { pairId, month: 1, isDeeper: false, answerBy: now.add({ hours: 24 * 14 }) } as const;
  const both = [
    { ...asked, side: 'resident', personId: ids.sita },
    { ...asked, side: 'volunteer', personId: ids.haru },
  ] as const;
  await insertCheckIns(tx, both, now);
  const over = await pairUp(tx, {
    ...of(midori, maya),
    state: 'completed',
    startedOn: Temporal.PlainDate.from('2026-05-20'),
  });
  await pairUp(tx, { ...of(midori, maya), state: 'offered' });
  const days = {
    startedOn: Temporal.PlainDate.from('2026-05-20'),
    endedOn: Temporal.PlainDate.from('2026-11-19'),
  };
  const paper = { code: 'ABCDEFGH23456789', name: 'Maya', side: 'resident', issuedAt: now } as const;
  await insertCertificate(tx, { ...paper, ...days, pairId: over, personId: ids.maya });
  await insertMeeting(tx, { residentId: ids.maya, volunteerId: ids.haru, metAt: now });
  await buildRound(tx, coordinatorId, now);
}

/** Two who wait, and a round that proposes them to each other. */
async function buildRound(tx: Tx, coordinatorId: string, now: Temporal.Instant): Promise<void> {
  // In a language that nobody else there speaks: with others they can't be paired.
  const person = { languages: [{ language: 'es', speak: 2, read: 2, write: 2, phone: 2 }] } as const;
  await waitForPair(tx, { side: 'resident', name: 'Rosa', person, now });
  await waitForPair(tx, { side: 'volunteer', name: 'Aya Shimura', person, now });
  const round = { heldOn: now.toZonedDateTimeISO('Asia/Tokyo').toPlainDate(), area: null };
  const weightsVersion = WEIGHTS[0]?.version ?? '';
  const begun = await beginRound(tx, { ...round, weightsVersion, by: coordinatorId, now });
  if (!begun.ok) throw new Error(begun.refusal.code);
}
