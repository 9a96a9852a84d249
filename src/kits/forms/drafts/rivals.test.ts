import { expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { untilSomebodyWaits } from '../../../../test/support/waiting.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { forget } from '../../../platform/rights/forget.ts';
import { defineDrafts } from './drafts.ts';
import { personalData } from './personal-data.ts';
import { draftBehind, takeDraft } from './signing-in.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const page = '/plays/summary';
const drafts = defineDrafts({ kind: 'plays.play', page, filesOf: () => [] });
const write = <Result>(work: (tx: Tx) => Promise<Result>) => inTransaction(db, work);
const keep =
  (personId: string, words: string, at = now) =>
  (tx: Tx) =>
    drafts.keep(tx, { personId, fields: { words }, now: at });

/** The words of all versions that somebody's draft knows, the latest first. */
async function versionsOf(personId: string): Promise<unknown[]> {
  const draft = await drafts.find(db, personId);
  return draft ? [draft, ...draft.earlier].map(({ fields }) => fields['words']) : [];
}

/** Looks at somebody's draft to change it, and does so only when a rival has done its part, or waits for us. */
async function change(
  personId: string,
  { by, rival }: { by: (tx: Tx) => Promise<void>; rival: () => Promise<unknown> },
): Promise<void> {
  const [held, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const changing = write(async (tx) => {
    await drafts.find(tx, personId, 'locked');
    held.resolve();
    await goOn.promise;
    await by(tx);
  });
  await held.promise;
  const rivaling = rival();
  await Promise.race([rivaling, untilSomebodyWaits(db)]);
  goOn.resolve();
  await Promise.all([changing, rivaling]);
}

test('one that is given while another is sent is not dropped in its place', async () => {
  const maya = crypto.randomUUID();
  await write(keep(maya, 'at home'));
  const cookie = await write((tx) => drafts.keepForVisitor(tx, { fields: { words: 'at the library' }, now }));
  const headers = new Headers({ cookie: cookie.split(';')[0] ?? '' });
  const id = await draftBehind(db, { headers, back: page, now });
  const take = () => write((tx) => takeDraft(tx, { id, personId: maya, now }));
  await change(maya, { by: (tx) => drafts.drop(tx, maya), rival: take });
  expect(await versionsOf(maya)).toEqual(['at the library']);
  await write((tx) => drafts.drop(tx, maya));
  expect(await versionsOf(maya)).toEqual([]);
});

test('the first two that are kept at once are versions of one draft', async () => {
  const maya = crypto.randomUUID();
  await change(maya, { by: keep(maya, 'one'), rival: () => write(keep(maya, 'two')) });
  expect(await versionsOf(maya)).toEqual(['two', 'one']);
});

test('one that is kept anew in the night in which it would be forgotten stays', async () => {
  const maya = crypto.randomUUID();
  await write(keep(maya, 'long ago'));
  const later = now.add({ hours: 24 * 31 });
  const rival = () => forget(db, [personalData], later);
  await change(maya, { by: keep(maya, 'again', later), rival });
  expect(await versionsOf(maya)).toEqual(['again', 'long ago']);
});
