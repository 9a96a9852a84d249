import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, testHouse, type Visitor } from '../../../../test/support/house.ts';
import { doing } from '../../../../test/support/volunteers.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { addMember, createPerson, type Person } from '../../people/index.ts';
import { findNewestApplication } from '../applications/store.ts';
import { consentsOf } from '../consents/store.ts';
import { pairsModule } from '../module.ts';
import { PLEDGE_LINES } from './choices.ts';

const house = await testHouse([pairsModule({ publicUrl: 'https://otonari.test' })]);
const { db } = house;
const now = house.clock();
const make = (name: string) => inTransaction(db, (tx) => createPerson(tx, { name, now }));

let maya: Person;
let web: Visitor;
beforeEach(async () => {
  maya = await make('Maya');
  web = house.as(actorOf(maya, ['resident']));
});

const ANSWERS = {
  purposes: ['talk', 'friend_for_child'],
  requiredPurposes: ['friend_for_child'],
  hopes: 'To know my neighbors.',
  interests: ['cooking', 'walking'],
  atHome: ['pets'],
  isOnlineOk: 'on',
  reachKilometers: '5',
  places: '2',
  genderWish: 'female',
  limits: ['smoking'],
  careful: '',
  emergencyContact: 'Ken, husband, 090-1111-2222',
  yearsHere: '1_to_3',
  reduction: 'student',
  shown: ['about', 'town'],
  further: ['newsletter'],
  heard: 'friend',
};
const fill = (fields: Record<string, string | readonly string[]> = {}, who = web) =>
  who.post('/pairs/apply/resident', { ...ANSWERS, ...fields });
const versionOf = async (who = web) =>
  /name="version" value="(\d+)"/.exec((await who.get('/pairs/apply/resident/summary')).html)?.[1] ?? '';
const send = async (who = web, fields = {}) =>
  who.post('/pairs/apply/resident/summary', {
    version: await versionOf(who),
    pledge: PLEDGE_LINES,
    ...fields,
  });

describe('a resident', () => {
  it('finds in the summary each answer on a line, and nothing where they did not answer', async () => {
    await fill({ yearsHere: '', limits: [] });
    const { html, text } = await web.get('/pairs/apply/resident/summary');
    expect(html).toMatch(/>Talking<\/[^>]+><[^>]+>A friend for a child</);
    expect(text).not.toContain('How long have you lived in Japan?');
    expect(text).toMatch(/What would be difficult for you\?\s*none/);
  });

  it('finds what they said when they last applied filled in, and consents to give anew', async () => {
    await fill();
    await send();
    await web.post('/pairs/withdrawal', {});
    const form = await web.get('/pairs/apply/resident');
    expect(form.text).toContain('what you said when you last applied');
    const checked = (name: string) =>
      [...form.html.matchAll(/<input[^>]*>/g)]
        .map(([input]) => input)
        .filter((input) => input.includes(`name="${name}"`) && / checked/.test(input))
        .map((input) => /value="([^"]*)"/.exec(input)?.[1]);
    const kept = ['purposes', 'requiredPurposes', 'interests', 'atHome', 'limits'] as const;
    for (const name of kept) expect([name, checked(name)]).toEqual([name, ANSWERS[name]]);
    expect(checked('shown')).toEqual([]);
    expect(checked('further')).toEqual([]);
    expect(form.html).toContain(ANSWERS.hopes);
    expect(form.html).toContain(ANSWERS.emergencyContact);
    const chosen = ['reachKilometers', 'places', 'genderWish', 'yearsHere', 'heard', 'reduction'] as const;
    for (const name of chosen) expect([name, checked(name)]).toEqual([name, [ANSWERS[name]]]);
  });

  it('fills in, looks through it, promises line by line, and has applied', async () => {
    expect((await fill()).location).toBe('/pairs/apply/resident/summary');
    const summary = await web.get('/pairs/apply/resident/summary');
    expect(summary.text).toContain('To know my neighbors.');
    expect(summary.text).toContain('Nothing has been sent yet');
    expect((await send()).flash).toContain('We have your application');
    const application = await findNewestApplication(db, maya.id);
    expect(application).toMatchObject({
      side: 'resident',
      state: 'submitted',
      purposes: ['talk', 'friend_for_child'],
      places: 2,
      emergencyContact: ANSWERS.emergencyContact,
      enteredBy: null,
      reduction: 'full',
      facts: {
        requiredPurposes: ['friend_for_child'],
        interests: ['cooking', 'walking'],
        reachKilometers: 5,
        hasPets: true,
        smokes: false,
        wishes: { gender: 'female', withoutSmoking: true, withoutPets: false, withoutChildren: false },
        wishedReduction: 'student',
        given: {
          version: 1,
          answers: { hopes: 'To know my neighbors.', yearsHere: '1_to_3', heard: 'friend' },
        },
      },
    });
    expect(application?.pledgedAt).toEqual(now);
    const given = (await consentsOf(db, [application?.id ?? ''])).get(application?.id ?? '');
    expect([...(given ?? [])].sort()).toEqual(['newsletter', 'profile_about', 'profile_town']);
    expect((await web.get('/pairs')).text).toMatch(
      /Complete your profile Still missing: Languages, Where you live, and Free hours/,
    );
  });

  it('is not asked for a residence card or a nationality', async () => {
    const { text } = await web.get('/pairs/apply/resident');
    expect(text).not.toMatch(/residence card|national|country/i);
  });

  it('keeps what they have, also with a lot missing, and goes on later', async () => {
    const kept = await fill({ purposes: [], hopes: 'Half a sentence', intent: 'keep' });
    expect([kept.location, kept.flash]).toEqual(['/pairs', expect.stringContaining('kept what you wrote')]);
    expect((await web.get('/pairs')).text).toContain('Go on: I would like to meet a volunteer');
    const form = await web.get('/pairs/apply/resident');
    expect([form.status, form.html.includes('Half a sentence')]).toEqual([200, true]);
    expect((await web.post('/pairs/apply/neighbor/removal')).status).toBe(404);
    await web.post('/pairs/apply/resident/removal');
    expect((await web.get('/pairs/apply/resident')).html).not.toContain('Half a sentence');
  });

  it('is told what to mend, beside the field, with all that was typed', async () => {
    const back = await fill({ purposes: [] });
    expect(back.location).toBe('/pairs/apply/resident?check=1');
    const form = await web.get('/pairs/apply/resident?check=1');
    expect(form.status).toBe(422);
    expect(form.refusals['purposes']).toBe('Please choose at least one.');
    expect(form.html).toContain('To know my neighbors.');
    expect((await web.get('/pairs/apply/resident/summary')).location).toBe('/pairs/apply/resident?check=1');
  });

  it('sends nothing before each line is promised', async () => {
    await fill();
    const back = await send(web, { pledge: PLEDGE_LINES.slice(1) });
    expect(back.refusals['pledge']).toContain('tick all of them');
    expect(await findNewestApplication(db, maya.id)).toBeNull();
  });

  it('sends what they looked at: what another window changed is shown first', async () => {
    await fill();
    const version = await versionOf();
    await fill({ hopes: 'Something else.' });
    const back = await web.post('/pairs/apply/resident/summary', { version, pledge: PLEDGE_LINES });
    expect(back.location).toBe(`/pairs/apply/resident/summary?seen=${version}`);
    expect(await findNewestApplication(db, maya.id)).toBeNull();
    const shown = await web.get(`/pairs/apply/resident/summary?seen=${version}`);
    expect(shown.text).toContain('Something else.');
    expect(shown.text).toContain('To know my neighbors.');
  });

  it('gives their name first', async () => {
    const newcomer = await inTransaction(db, (tx) => createPerson(tx, { name: '', welcomedAt: null, now }));
    const answer = await house.as(actorOf(newcomer, [])).get('/pairs/apply/resident');
    expect(answer.location).toBe('/welcome?back=/pairs/apply/resident');
  });
});

describe('a household', () => {
  it('that nobody was added to yet is asked for, with the way to add it', async () => {
    const { html, text } = await web.get('/pairs/apply/resident');
    expect(text).toContain('Whoever joins you is added here first');
    expect(html).toContain('href="/en/me/household"');
  });

  const withMember = (name: string) =>
    doing(db, (tx) =>
      addMember(tx, maya, { member: { name, relation: 'child', born: { year: 2019, month: 5 } }, now }),
    );

  it('applies together, and nobody of it twice', async () => {
    const asha = await withMember('Asha');
    expect((await web.get('/pairs/apply/resident')).text).toContain('Asha');
    await fill({ withIds: asha });
    await send();
    expect((await findNewestApplication(db, maya.id))?.memberIds.toSorted()).toEqual([maya.id, asha].sort());
  });

  it('has nobody of another one', async () => {
    await withMember('Ren');
    const stranger = await make('Stranger');
    await fill({ withIds: stranger.id });
    expect((await send()).text).toContain('Please choose from your own family');
  });
});

it('whoever has applied is led to what has become of it', async () => {
  await fill();
  await send();
  expect((await web.get('/pairs/apply/resident')).location).toBe('/pairs');
  expect((await web.get('/pairs/apply/volunteer')).location).toBe('/pairs');
});

it('two sendings at once are one application', async () => {
  await fill();
  const version = await versionOf();
  const answers = await Promise.all(
    Array.from({ length: 4 }, () =>
      web.post('/pairs/apply/resident/summary', { version, pledge: PLEDGE_LINES }),
    ),
  );
  const sent = answers.filter(({ flash }) => flash?.includes('We have your application'));
  expect(sent).toHaveLength(1);
});

it('a volunteer says why, and whom to call', async () => {
  const haru = house.as(actorOf(await make('Haru'), []));
  const answers = {
    purposes: 'talk',
    reachKilometers: '5',
    places: '2',
    genderWish: 'any',
    reduction: 'full',
  };
  expect((await haru.post('/pairs/apply/volunteer', answers)).location).toContain('check=1');
  const form = await haru.get('/pairs/apply/volunteer?check=1');
  expect(Object.keys(form.refusals).sort()).toEqual(['emergencyContact', 'why']);
  expect(form.text).not.toContain('Which of these are a must?');
});
