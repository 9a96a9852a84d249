import { expect, test } from 'vitest';
import { testFiles } from '../../../../../../test/support/files.ts';
import { testHouse } from '../../../../../../test/support/house.ts';
import type { AboutToAsk } from '../../../../../platform/parts/before-asking.ts';
import { spotModule } from '../../../module.ts';

const asked: AboutToAsk[] = [];
const guides = {
  beforeAsking: async (_: unknown, about: AboutToAsk) => {
    asked.push(about);
    return [{ helpKind: 'medical', href: '/guides/doctor', title: 'Your first visit to a doctor' }];
  },
};
const publicUrl = 'https://otonari.test';
const house = await testHouse([spotModule({ files: testFiles(), publicUrl, modules: [guides] })]);

test('what may answer it stands at the first step for its kind, and is asked for once', async () => {
  const page = await house.as().get('/spot/requests/new');
  expect(page.html).toMatch(/data-for="medical">.*href="\/en\/guides\/doctor"/s);
  expect(page.html).not.toMatch(/data-for="housing"><p>A guide/);
  expect(asked).toHaveLength(1);
  expect(asked[0]?.helpKinds).toContain('medical');
});

test('a form that comes back with what to mend is not led elsewhere', async () => {
  const back = await house.as().post('/spot/requests/new', { category: 'medical' });
  expect(back.status).toBe(422);
  expect(back.html).not.toContain('/guides/doctor');
});
