import { expect, test } from 'vitest';
import { garbageSource, publishGarbage } from '../../../../test/support/guides-world.ts';
import { testHouse } from '../../../../test/support/house.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { renderPart } from '../../../ui/render.ts';
import { createPerson } from '../../people/index.ts';
import { writeSource } from '../guide/commands.ts';
import { guidesModule } from '../module.ts';
import { findGuide } from '../store/guides.ts';
import { guidesBeforeAsking } from './before-asking.tsx';

const { db, clock } = await testHouse([guidesModule]);
const person = (name: string) => inTransaction(db, (tx) => createPerson(tx, { name, now: clock() }));
const by = { writer: (await person('小林')).id, publisher: (await person('森')).id, now: clock() };
const publish = (slug: string, municipalityCode: string | null = null) =>
  inTransaction(db, async (tx) => {
    const guideId = await publishGarbage(tx, by, { slug });
    const guide = await findGuide(tx, guideId);
    const source = garbageSource(slug);
    const about = { ...source.about, municipalityCode };
    const steps = source.steps.map((step, at) => ({ ...step, id: guide?.stepIds[at] ?? null }));
    const on = { guideId, byPersonId: by.writer, now: clock(), grade: 'typo' as const };
    await writeSource(tx, { ...on, source: { ...source, about, steps } });
  });

test('few guides to each kind of help are shown, those of the place first and none of another', async () => {
  for (const slug of ['old', 'older', 'new']) await publish(slug);
  await publish('in-sumida', '13107');
  await publish('in-koto', '13108');
  const about = { helpKinds: ['medical', 'housing'], municipalityCode: '13107' };
  const found = await guidesBeforeAsking(db, about);
  expect(found.map(({ helpKind }) => helpKind)).toEqual(['housing', 'housing', 'housing']);
  expect(found[0]?.href).toBe('/guides/in-sumida');
  expect(found.map(({ href }) => href)).not.toContain('/guides/in-koto');
  expect(renderPart(<p>{found[0]?.title}</p>, 'en')).toBe('<p>Putting out garbage</p>');
  expect(await guidesBeforeAsking(db, { ...about, helpKinds: ['medical'] })).toEqual([]);
});
