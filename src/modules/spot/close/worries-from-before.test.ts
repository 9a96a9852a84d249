import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runAs } from '../../../../test/support/clusters.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { accepted, closeConcernsAbout, makeNeighborhood, Story } from '../../../../test/support/spot.ts';
import { closeRequest, findAssignment, findVisitRecord, giveFeedback } from '../index.ts';

const MIGRATION = '../../../../db/migrations/0370_spot_worries_from_before.sql';
const { db, ownerUrl } = await testDatabase();
const place = await makeNeighborhood(db, 1);
const feedback = { solution: 'partly', thanksWords: null, isUnsafe: true, unsafeWords: 'Money.' } as const;

async function toldAWorry(): Promise<{ id: string; story: Story }> {
  const story = new Story(place);
  const id = await story.visited();
  accepted(await story.act((tx) => giveFeedback(tx, { ...story.on(id, 'requester'), feedback })));
  return { id, story };
}

async function closedAtOf(requestId: string): Promise<string | null> {
  const assignment = await findAssignment(db, requestId);
  return (await findVisitRecord(db, assignment?.id ?? ''))?.worryClosedAt?.toString() ?? null;
}

test('worries from before are closed with their concern or their request, and only those', async () => {
  const concernClosed = await toldAWorry();
  concernClosed.story.now = concernClosed.story.now.add({ hours: 1 });
  await closeConcernsAbout(concernClosed.story, concernClosed.id);
  const { story } = concernClosed;
  accepted(await story.act((tx) => closeRequest(tx, story.on(concernClosed.id, 'coordinator'))));

  const ended = await toldAWorry();
  await runAs(ownerUrl, `delete from trust.concerns where object_id = '${ended.id}'`);
  ended.story.now = ended.story.now.add({ hours: 2 });
  accepted(await ended.story.act((tx) => closeRequest(tx, ended.story.on(ended.id, 'coordinator'))));

  const open = await toldAWorry();
  await runAs(ownerUrl, await readFile(join(import.meta.dirname, MIGRATION), 'utf8'));
  expect(await closedAtOf(concernClosed.id)).toBe(concernClosed.story.now.toString());
  expect(await closedAtOf(ended.id)).toBe(ended.story.now.toString());
  expect(await closedAtOf(open.id)).toBeNull();
});
