import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { findSamples } from '../../bin/pictures/samples.ts';
import { listDemonstrationPeople } from '../../src/demonstration/people-to-be.ts';
import { seedDemonstration } from '../../src/demonstration/seed.ts';
import { findOpenThreadId, findThread } from '../../src/modules/conversations/index.ts';
import { keepApart } from '../../src/modules/trust/index.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { listMaps } from '../../src/platform/personal-data-map.ts';
import { forget } from '../../src/platform/rights/forget.ts';
import { walksDemonstration } from '../made-up/demonstration.ts';
import { walksModule } from '../made-up/module.ts';
import { findWalk } from '../made-up/store.ts';
import { ask, type Caller, press, signIn, VISITOR } from '../support/caller.ts';
import { runAs } from '../support/clusters.ts';
import { testDatabase } from '../support/database.ts';
import { WORLD_NOW } from '../support/demonstration.ts';
import { openProduct } from '../support/product.ts';
import { jobContext, runJobs, runTask } from '../support/run-jobs.ts';
import { accepted } from '../support/spot.ts';
import { filesThatKnow, readHouse } from '../tidy/touched.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'test/made-up');
const migration = readFileSync(join(folder, 'migration.sql'), 'utf8');
const product = await openProduct({ programs: [walksModule], migration });
const { ids, house } = product;
const { db } = product.database;
const [resident, volunteer, coordinator] = [
  await signIn(product, ids.sita),
  await signIn(product, ids.haru),
  await signIn(product, ids.coordinator),
];
const read = async (caller: Caller, path: string) => (await ask(product, caller, `/en${path}`)).text();
const PLACE = 'By the red bridge';
const jobs = () => runJobs(product, jobContext(product));

// What the small world brings about is told first, so that what is told of the walk stands before it.
await jobs();
const later = () => product.clock.set(product.clock().add({ minutes: 1 }));
later();

const sent = await press(product, resident, '/en/walks', { onDay: '2026-12-01', meetingPlace: PLACE });
const id = /walks\/([0-9a-f-]{36})/.exec(sent.headers.get('location') ?? '')?.[1] ?? '';
const subject = { kind: 'walks.walk', id };

test('its page is there for everybody, its form refuses and keeps what was sent', async () => {
  expect(await read(VISITOR, '/walks')).toContain('Walk through the neighborhood');
  const refused = await press(product, resident, '/en/walks', { onDay: '2026-11-01', meetingPlace: '' });
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('say where to meet')]);
  expect(await findWalk(db, id)).toMatchObject({ proposerId: ids.sita, meetingPlace: PLACE });
});

test('home leads to it and counts it', async () => {
  await runTask(product, 'count-figures', jobContext(product));
  const home = await read(VISITOR, '');
  expect(home).toContain('href="/en/walks"');
  expect(home).toContain('Walks this year');
});

test('the invented world of a demonstration has one', async () => {
  const world = await testDatabase();
  await runAs(world.ownerUrl, migration);
  await seedDemonstration(world.db, { now: WORLD_NOW, demonstrations: [walksDemonstration] });
  expect(await world.db.selectFrom('walks.walks').select('on_day').execute()).toHaveLength(1);
  const [sita] = await listDemonstrationPeople(world.db, [walksDemonstration]);
  expect(sita?.about.en).toBe('A mother from Nepal who reads English. She waits for somebody to walk with.');
});

test('the head of each page leads there, for whom it concerns', async () => {
  expect(await read(resident, '/inbox')).toContain('href="/en/walks"');
  expect(await read(coordinator, '/inbox')).not.toContain('href="/en/walks"');
});

test('signing in on the way to it says what for, in its words', async () => {
  const headline = async (back: string) =>
    /<h1[^>]*>([^<]+)</.exec(await read(VISITOR, `/sign-in?back=${back}`))?.[1];
  expect(await headline('/walks/new')).toBe('Propose a walk');
  expect(await headline('/spot/requests/summary')).toBe('Sign in to ask for help');
  expect(await headline('/volunteering/application?step=2')).toBe('Sign in to apply as a volunteer');
  expect(await headline('/inbox')).toBe('Sign in');
});

test('it waits on the desk, and its page of a person and my page know it', async () => {
  const desk = await read(coordinator, '/desk');
  expect(desk).toContain('Find somebody who comes along');
  expect(desk).toContain(`href="/en/walks/${id}"`);
  expect(await read(coordinator, `/people/${ids.sita}/ties`)).toContain(`href="/en/walks/${id}"`);
  const own = await read(resident, '/me');
  expect(own).toContain(`href="/en/walks/${id}"`);
  expect(own).toContain(PLACE);
});

test('its news reach those whom they concern, and can be chosen', async () => {
  await jobs();
  expect(await read(coordinator, '/inbox')).toContain('A walk was proposed.');
  later();
  expect((await press(product, volunteer, `/en/walks/${id}/joining`, {})).status).toBe(303);
  await jobs();
  expect(await read(resident, '/inbox')).toContain('Somebody comes along on your walk.');
  expect(await read(resident, '/me/notifications')).toContain('Walks');
  expect(await read(coordinator, '/desk')).not.toContain(`href="/en/walks/${id}"`);
});

test('the two talk about it, until they are kept apart', async () => {
  const way = await ask(product, resident, `/en/walks/${id}/conversation`);
  expect(way.headers.get('location')).toMatch(/conversations/);
  const open = await findOpenThreadId(db, 'visit', subject);
  expect((await findThread(db, open ?? ''))?.participantIds).toEqual([ids.sita, ids.haru].sort());
  expect(await read(volunteer, `/conversations/${open}`)).toContain('About your walk together');
  const found = await ask(product, coordinator, `/en/things/walks.walk/${id}`);
  expect(found.headers.get('location')).toBe(`/en/walks/${id}`);
  const decision = {
    reason: 'A worry.',
    by: { personId: ids.coordinator, role: 'coordinator' },
    now: product.clock(),
  };
  accepted(
    await inTransaction(db, (tx) => keepApart(tx, { personId: ids.haru, otherId: ids.sita, ...decision })),
  );
  await jobs();
  expect(await findOpenThreadId(db, 'visit', subject)).toBeNull();
});

test('a person takes it with them, in words, and what only the module can say', async () => {
  const file = async (caller: Caller) => {
    const answer = await ask(product, caller, '/en/me/export');
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    const text = (name: string) => new TextDecoder().decode(files[name]);
    return { page: text('index.html'), data: JSON.parse(text('data.json')) };
  };
  const own = await file(resident);
  const tables = own.data.own.filter(({ table }: { table: string }) => table === 'walks.walks');
  expect(tables[0]?.rows).toMatchObject([{ meeting_place: PLACE }]);
  for (const words of ['Walks: the day and where you met', 'Where you met', PLACE])
    expect(own.page).toContain(words);
  const joined = await file(volunteer);
  expect(joined.data.companions).toMatchObject([{ on_day: '2026-12-01' }]);
  expect(joined.page).toContain('Walks on which you came along');
  expect(JSON.stringify(joined.data)).not.toContain(PLACE);
});

test('whoever is looked at reads who did, in its words', async () => {
  await read(coordinator, `/walks/${id}`);
  const record = await read(resident, '/me/record');
  expect(record).toContain('Looked at something in walks');
  expect(record).toContain('Came along on your walk');
});

test('what it keeps is said to everybody, and goes when its time has come', async () => {
  const privacy = await read(VISITOR, '/privacy');
  expect(privacy).toContain('Walks: the day and where you met');
  expect(privacy).toContain('30 days after the walk');
  const maps = listMaps(house.modules);
  const at = (day: string) => Temporal.Instant.from(`${day}T12:00:00+09:00`);
  await forget(db, maps, at('2026-12-30'));
  expect(await findWalk(db, id)).not.toBeNull();
  await forget(db, maps, at('2027-01-01'));
  expect(await findWalk(db, id)).toBeNull();
});

test('each of its pages is among those that pictures are taken of', async () => {
  const [samples] = await findSamples([folder]);
  const listed = [
    ...(samples?.pages ?? []).map(({ route }) => route),
    ...Object.keys(samples?.noPages ?? {}),
  ];
  const pages = house.modules
    .flatMap(({ routes }) => routes)
    .filter(({ method, path }) => method === 'GET' && path.startsWith('/walks'))
    .map(({ path }) => path);
  expect(listed.toSorted()).toEqual(pages.toSorted());
});

test('it is in the house by its folder, a migration, a line and a word', () => {
  const files = readHouse(root);
  expect(filesThatKnow(files, 'walks')).toEqual([]);
  const add = (path: string, line: string) => files.set(path, `${files.get(path) ?? ''}\n${line}`);
  add('db/migrations/9000_walks.sql', migration);
  add('src/modules.ts', "import { walksModule } from './modules/walks/index.ts';");
  add('GLOSSARY.md', '| 散歩 | walk | `walks` | stroll |');
  for (const name of readdirSync(folder)) files.set(`src/modules/walks/${name}`, "'walks.walks'");
  add('src/japanese/walks.ts', "import { far } from '../far/long-walks.ts'; walks.map(far); walks.length;");
  expect(filesThatKnow(files, 'walks')).toEqual([
    'GLOSSARY.md',
    'db/migrations/9000_walks.sql',
    'src/modules.ts',
  ]);
  add('src/modules/trust/types.ts', "export const PROGRAMS = ['walks'] as const;");
  expect(filesThatKnow(files, 'walks')).toContain('src/modules/trust/types.ts');
  expect(filesThatKnow(files, 'spot').length).toBeGreaterThan(3);
});

test('the page for whoever adds a program shows each of its files', () => {
  const page = readFileSync(join(root, 'docs/add-a-program.md'), 'utf8');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.\w+$/.test(name),
  );
  expect(files.length).toBeGreaterThan(10);
  const shown = (name: string) => page.includes(`\`${name.replace(/[\w-]+\.json$/, '')}\``);
  expect(files.filter((name) => !shown(name))).toEqual([]);
});
