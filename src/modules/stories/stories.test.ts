import { describe, expect, test } from 'vitest';
import { sure } from '../../../test/support/events.ts';
import { testFiles } from '../../../test/support/files.ts';
import { actorOf, testHouse } from '../../../test/support/house.ts';
import {
  agreedStory,
  agreeTo,
  CHOSEN,
  ORGANIZATION,
  PIECES,
  photo,
  readBy,
  toldStory,
} from '../../../test/support/stories.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import { ask } from '../../platform/database/questions.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { readFileById } from '../../platform/files/files.ts';
import { createPerson } from '../people/index.ts';
import { keepApart } from '../trust/index.ts';
import { hashOfWords } from './consent/agreement.ts';
import {
  agree,
  askEverybody,
  declineConsent,
  nameInStory,
  recallConsent,
  reopen,
} from './consent/commands.ts';
import { consentPath } from './consent/token.ts';
import { consentsRunOut } from './jobs.ts';
import { storiesModule } from './module.ts';
import { keepStoryPicture } from './picture/commands.ts';
import { findConsent, listConsents } from './store/consents.ts';
import { waitingStories } from './store/desk.ts';
import { findPicture } from './store/pictures.ts';
import { findAnswers, findStory, listRevisions } from './store/stories.ts';
import { findTexts } from './store/texts.ts';
import { listUses } from './store/uses.ts';
import { publishStory, setTells } from './story/commands.ts';
import { changeSource, writeTranslation } from './text/commands.ts';
import { standingOf } from './text/rules/grades.ts';
import type { Box } from './types.ts';
import { noteAsked, recordUse } from './uses/commands.ts';

const files = testFiles();
const services = { secret: 'a'.repeat(32), publicUrl: 'https://otonari.test', files, storySources: () => [] };
const house = await testHouse([storiesModule(services)]);
const { db, clock } = house;
const act = <T>(work: Parameters<typeof inTransaction<T>>[1]) => inTransaction(db, work);
const person = (name: string, roles: readonly ('coordinator' | 'resident')[] = ['resident']) =>
  act((tx) =>
    createPerson(tx, {
      name,
      email: `${name.toLowerCase()}@example.org`,
      locale: 'en',
      now: clock(),
      roles: [...roles],
    }),
  );
const [sato, kato] = [await person('Sato', ['coordinator']), await person('Kato', ['coordinator'])];
let turn = 0;
const teller = () => {
  turn += 1;
  return person(`Teller${turn}`);
};
const by = (storyId: string, byPersonId = sato.id) =>
  ({ storyId, as: 'coordinator', byPersonId, now: clock() }) as const;
const asSato = house.as(actorOf(sato, ['coordinator']));
const code = (outcome: { readonly ok: boolean; readonly refusal?: { readonly code: string } }) =>
  outcome.ok ? 'yes' : outcome.refusal?.code;
const FACE: Box = [10, 10, 30, 40];

/** Told, with a picture of its teller. */
async function prepared(seed: number): Promise<{ id: string; tellerId: string; consentId: string }> {
  const { id: tellerId } = await teller();
  const id = await act((tx) => toldStory(tx, tellerId, clock()));
  const [consent] = await listConsents(db, [id]);
  await db
    .updateTable('stories.consents')
    .set({ in_picture: true, face: [...FACE] })
    .where('story_id', '=', id)
    .execute();
  const sent = { bytes: await photo(seed), crop: null, alt: { en: 'Two people at a river.' } };
  sure(await act((tx) => keepStoryPicture(tx, files, { ...by(id), sent })));
  return { id, tellerId, consentId: consent?.id ?? '' };
}

/** Shown to everybody. */
async function published(seed: number, chosen = CHOSEN) {
  const story = await prepared(seed);
  await act((tx) => agreedStory(tx, story.id, { by: sato.id, now: clock(), chosen }));
  clock.advance({ hours: 14 * 24 });
  sure(await act((tx) => publishStory(tx, { ...by(story.id, kato.id), files })));
  return story;
}
/** Black and white, so that what is blurred is gray. */
async function stripes(wide: number): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const raw = Buffer.from(Array.from({ length: 640 * 480 }, (_, at) => (((at % 640) / wide) & 1 ? 255 : 0)));
  return sharp(raw, { raw: { width: 640, height: 480, channels: 1 } })
    .png()
    .toBuffer();
}
async function contrastOf(bytes: Uint8Array | undefined, left: number): Promise<number> {
  const { default: sharp } = await import('sharp');
  const part = await sharp(bytes).extract({ left, top: 70, width: 100, height: 120 }).png().toBuffer();
  return (await sharp(part).grayscale().stats()).channels[0]?.stdev ?? 0;
}
const status = async (path: string) => (await house.as().get(path)).status;
const recall = (consentId: string) =>
  act((tx) =>
    recallConsent(tx, files, { consentId, as: 'whoever is asked', byPersonId: null, now: clock() }),
  );

describe('somebody tells', () => {
  test('with the aid for Easy Japanese where they write Japanese, and with all that they typed', async () => {
    const one = actorOf(await teller());
    expect((await house.as(one, 'en').get('/me/stories/new')).html).not.toContain('data-aid');
    const typed = { title: '散歩', first: '書類を提出しました。', aid: 'check first' };
    const looked = await house.as(one, 'ja-easy').post('/me/stories/new', typed);
    expect(looked.status).toBe(200);
    expect(looked.html).toContain('value="散歩"');
    expect(looked.html).toContain('data-level');
  });

  test('by the guided form, and it is nowhere to be seen', async () => {
    const one = await teller();
    const web = house.as(actorOf(one));
    const empty = await web.post('/me/stories/new', { part: 'resident', title: 'A' });
    expect(Object.keys(empty.refusals)).toEqual(['heard']);
    const sent = await web.post('/me/stories/new', {
      ...{ part: 'resident', title: 'My first autumn here', first: 'She smiled.', message: 'Come along.' },
    });
    const id = sent.location?.split('/').at(-1) ?? '';
    expect((await findTexts(db, id))[0]?.segments.map(({ text }) => text)).toEqual([
      'My first autumn here',
      'She smiled.',
      'Come along.',
    ]);
    expect([await status(`/stories/${id}`), (await web.get(`/me/stories/${id}`)).status]).toEqual([404, 200]);
    const other = house.as(actorOf(await teller()));
    expect((await other.get(`/me/stories/${id}`)).status).toBe(404);
    expect((await asSato.get(`/desk/stories/${id}`)).text).toContain('She smiled.');
  });

  test('after an invitation, or says no without a reason', async () => {
    const [one, other] = [await teller(), await teller()];
    const invite = async (email: string) =>
      (await asSato.post('/desk/stories/new', { email, part: 'resident' })).location?.split('/').at(-1) ?? '';
    const id = await invite(`teller${turn}@example.org`);
    const web = house.as(actorOf(other));
    expect((await web.get(`/me/stories/${id}`)).text).toContain('Would you like to tell how it was?');
    await web.post(`/me/stories/${id}/telling`, { part: 'resident', title: 'A', first: 'B' });
    expect((await findStory(db, id))?.state).toBe('told');
    const second = await invite(`teller${turn - 1}@example.org`);
    await house.as(actorOf(one)).post(`/me/stories/${second}/refusal`);
    expect((await findStory(db, second))?.state).toBe('declined');
    expect((await asSato.post('/desk/stories/new', { email: 'no@example.org', part: 'pair' })).status).toBe(
      422,
    );
  });
});

describe('consent', () => {
  test('is not asked by whoever has decided about their help; somebody else asks', async () => {
    const { id: tellerId } = await teller();
    const id = await act((tx) => toldStory(tx, tellerId, clock()));
    const decided = { action: 'spot.request.approved', outcome: 'done', subjectIds: [tellerId] } as const;
    await act((tx) => recordAudit(tx, { personId: sato.id, role: 'coordinator' }, decided, clock()));
    expect(code(await act((tx) => askEverybody(tx, by(id))))).toBe('somebody_else_asks');
    expect((await findStory(db, id))?.state).toBe('told');
    expect(code(await act((tx) => askEverybody(tx, by(id, kato.id))))).toBe('yes');
  });

  test('nor where it is their address alone that was written down', async () => {
    const { id } = await prepared(29);
    const parent = await teller();
    const child = { personId: null, email: `teller${turn}@example.org`, name: 'Aro', guardian: 'Bikash' };
    const where = { locale: 'en', inText: true, inPicture: false, face: null } as const;
    sure(await act((tx) => nameInStory(tx, { ...by(id), named: { ...child, ...where } })));
    const decided = { action: 'spot.request.approved', outcome: 'done', subjectIds: [parent.id] } as const;
    await act((tx) => recordAudit(tx, { personId: sato.id, role: 'coordinator' }, decided, clock()));
    expect(code(await act((tx) => askEverybody(tx, by(id))))).toBe('somebody_else_asks');
  });

  test('is asked of nobody where two are kept apart; whoever is kept apart begins without face and place', async () => {
    const { id, tellerId, consentId } = await prepared(30);
    const other = await teller();
    const named = {
      ...{ personId: other.id, email: null, name: other.name, guardian: null, locale: 'en' as const },
      ...{ inText: false, inPicture: true, face: [60, 10, 30, 40] as Box },
    };
    sure(await act((tx) => nameInStory(tx, { ...by(id), named })));
    const keep = (personId: string) =>
      act((tx) =>
        keepApart(tx, {
          ...{ personId, otherId: other.id, reason: 'A reason.', now: clock() },
          by: { personId: kato.id, role: 'coordinator' },
        }),
      );
    sure(await keep((await teller()).id));
    sure(await act((tx) => askEverybody(tx, by(id))));
    const consents = await listConsents(db, [id]);
    const page = async (of: string) => (await house.as().get(consentPath(services, of))).html;
    const its = consents.find(({ personId }) => personId === other.id)?.id ?? '';
    expect(await page(consentId)).toMatch(/name="showsFace"[^>]* checked/);
    expect(await page(its)).not.toMatch(/name="showsFace"[^>]* checked/);
    sure(await act((tx) => reopen(tx, by(id))));
    sure(await keep(tellerId));
    expect(code(await act((tx) => askEverybody(tx, by(id))))).toBe('two_are_kept_apart');
  });

  test('keeps to the letter what was agreed to, and not what has changed since it was read', async () => {
    const { id, consentId } = await prepared(11);
    sure(await act((tx) => askEverybody(tx, by(id))));
    const path = consentPath(services, consentId);
    const page = await house.as().get(path);
    expect(page.text).toContain('We met at the river.');
    const read = /name="read" value="([0-9a-f]{64})"/.exec(page.html)?.[1] ?? '';
    sure(
      await act((tx) =>
        changeSource(tx, {
          ...by(id),
          grade: 'typo',
          pieces: [...PIECES.slice(0, 2), 'Now we cook together!'],
        }),
      ),
    );
    const typed = { uses: ['site', 'press'], naming: 'name', shownAs: 'Sita', years: '1', agrees: 'on' };
    const stale = await house.as().post(`${path}/agreement`, { ...typed, read });
    expect([stale.status, stale.text.includes('The words have changed')]).toEqual([422, true]);
    // What comes back is of the words as they are now: sent once more, it is taken.
    expect(stale.html).toContain(`value="${await act((tx) => readBy(tx, consentId))}"`);
    const none = await house.as().post(`${path}/agreement`, { naming: 'name', years: '1', read: 'x' });
    expect(Object.keys(none.refusals).toSorted()).toEqual(['agrees']);
    const now = await act((tx) => readBy(tx, consentId));
    expect((await house.as().post(`${path}/agreement`, { ...typed, read: now })).status).toBe(303);
    const consent = await findConsent(db, consentId);
    expect(consent?.agreedText).toContain('Now we cook together!');
    expect(consent?.agreedText).toContain('I am called: Sita');
    expect(consent?.agreedHash).toBe(hashOfWords(consent?.agreedText ?? ''));
    expect(consent).toMatchObject({ uses: ['site', 'press'], showsFace: false, showsPlace: false });
    expect((await findStory(db, id))?.state).toBe('agreed');
  });

  test('of each of those in it, of a child by whoever answers for it', async () => {
    const { id } = await prepared(12);
    const child = { personId: null, email: 'parent@example.org', name: 'Aro', guardian: 'Bikash' };
    const where = { locale: 'en', inText: false, inPicture: true, face: FACE } as const;
    sure(await act((tx) => nameInStory(tx, { ...by(id), named: { ...child, ...where } })));
    sure(await act((tx) => askEverybody(tx, by(id))));
    const all = await listConsents(db, [id]);
    const [own, other] = [all.find((one) => one.personId), all.find((one) => one.isChild)];
    await act((tx) => agreeTo(tx, own?.id ?? '', clock()));
    expect((await findStory(db, id))?.state).toBe('asked');
    expect((await house.as().get(consentPath(services, other?.id ?? ''))).text).toContain(
      'You answer for Aro',
    );
    await act((tx) => agreeTo(tx, other?.id ?? '', clock(), { ...CHOSEN, showsFace: false }));
    expect((await findStory(db, id))?.state).toBe('agreed');
    expect((await findConsent(db, other?.id ?? ''))?.agreedText).toContain('I, Bikash, answer for Aro');
  });

  test('of who is on another picture, once their face is marked on that one', async () => {
    const { id } = await prepared(19);
    const lin = { personId: null, email: 'lin3@example.org', name: 'Lin', guardian: null } as const;
    const where = { locale: 'en', inText: false, inPicture: true } as const;
    const name = (face: Box) =>
      act((tx) => nameInStory(tx, { ...by(id), named: { ...lin, ...where, face } }));
    sure(await name(FACE));
    const sent = { bytes: await stripes(12), crop: null, alt: { en: 'Stripes.' } };
    sure(await act((tx) => keepStoryPicture(tx, files, { ...by(id), sent })));
    expect((await listConsents(db, [id])).map(({ face }) => face)).toEqual([null, null]);
    sure(await name([60, 10, 30, 40]));
    expect((await listConsents(db, [id])).map(({ face }) => face)).toContainEqual([60, 10, 30, 40]);
    expect(await listConsents(db, [id])).toHaveLength(2);
  });

  test('is followed by a fortnight to think; shown by somebody else, and where five are alike', async () => {
    const { id } = await prepared(13);
    await act((tx) => agreedStory(tx, id, { by: sato.id, now: clock() }));
    const publish = (who: string) => act((tx) => publishStory(tx, { ...by(id, who), files }));
    expect(code(await publish(kato.id))).toBe('days_to_think');
    clock.advance({ hours: 14 * 24 });
    expect(code(await publish(sato.id))).toBe('somebody_else_publishes');
    const tells = { ward: '13121', language: 'ne', childAge: null, job: false };
    sure(await act((tx) => setTells(tx, { ...by(id), tells, isGuarded: false })));
    // A face that is shown hides behind no crowd; here it is a nickname without a face.
    await db.updateTable('stories.consents').set({ shows_face: false }).where('story_id', '=', id).execute();
    expect(code(await publish(kato.id))).toBe('too_few_alike');
    const alike = { municipalityCode: '13121', locale: 'en', now: clock() } as const;
    for (const name of ['A', 'B', 'C', 'D', 'E']) {
      const languages = [{ language: 'ne', speak: 3, read: 3, write: 3, phone: 3 }] as const;
      await act((tx) =>
        createPerson(tx, { ...alike, name, email: `${name}-alike@example.org`.toLowerCase(), languages }),
      );
    }
    expect(code(await publish(kato.id))).toBe('yes');
  });
});

describe('what was told', () => {
  test('changes after it was asked only where it says less; a translation from before is withheld at once', async () => {
    const { id } = await published(14);
    const zh = ['秋天', '我们在河边相遇。', '现在一起做饭。'];
    sure(
      await act((tx) => writeTranslation(tx, { ...by(id), locale: 'zh-Hans', pieces: zh, origin: 'person' })),
    );
    const read = async () => (await house.as(undefined, 'zh-Hans').get(`/stories/${id}`)).text;
    const machines = ['秋', '我们遇见了河。', '现在做饭。'];
    const pasted = { locale: 'zh-Hans', pieces: machines, origin: 'machine' } as const;
    sure(await act((tx) => writeTranslation(tx, { ...by(id), ...pasted })));
    expect(await read()).toContain('我们在河边相遇。');
    const change = (grade: 'meaning' | 'dangerous', pieces: readonly string[]) =>
      act((tx) => changeSource(tx, { ...by(id), grade, pieces }));
    expect(code(await change('meaning', [...PIECES, 'More.']))).toBe('ask_anew_first');
    expect(code(await change('dangerous', [...PIECES, 'More.']))).toBe('only_taking_out');
    expect(code(await change('dangerous', [PIECES[0] ?? '', PIECES[2] ?? '']))).toBe('yes');
    expect(await read()).not.toContain('我们在河边相遇。');
    expect(await read()).toContain('Now we cook together.');
    expect(await read()).not.toContain('We met at the river.');
  });

  test('is not changed typo by typo, nor in a language in which somebody has read it', async () => {
    const { id } = await prepared(26);
    const lin = { personId: null, email: 'lin4@example.org', name: 'Lin', guardian: null } as const;
    const where = { locale: 'zh-Hans', inText: true, inPicture: false, face: null } as const;
    sure(await act((tx) => nameInStory(tx, { ...by(id), named: { ...lin, ...where } })));
    const translate = async (locale: 'zh-Hans' | 'ja', first: string) => {
      const pieces = ['秋天', first, '现在一起做饭。'];
      return code(await act((tx) => writeTranslation(tx, { ...by(id), locale, pieces, origin: 'person' })));
    };
    for (const locale of ['zh-Hans', 'ja'] as const)
      expect(await translate(locale, '我们在河边相遇。')).toBe('yes');
    sure(await act((tx) => askEverybody(tx, by(id))));
    expect(await translate('zh-Hans', '我们在河边吵架了。')).toBe('ask_anew_first');
    expect(await translate('zh-Hans', '我们在河边相遇！')).toBe('yes');
    expect(await translate('ja', '川辺で会いました。')).toBe('yes');
    const mend = async (last: string) =>
      code(
        await act((tx) =>
          changeSource(tx, { ...by(id), grade: 'typo', pieces: [...PIECES.slice(0, 2), last] }),
        ),
      );
    expect(await mend('Now we book together!')).toBe('yes');
    expect(await mend('Now we boot together!')).toBe('more_than_a_typo');
    sure(await act((tx) => reopen(tx, by(id))));
    expect(await translate('zh-Hans', '我们在河边吵架了。')).toBe('yes');
  });

  test('and was dangerous does not come back under the words of a machine', async () => {
    const { id } = await prepared(27);
    const translate = (origin: 'machine' | 'person', pieces: readonly string[]) =>
      act((tx) => writeTranslation(tx, { ...by(id), locale: 'zh-Hans', pieces, origin }));
    sure(await translate('machine', ['秋', '在河边。', '做饭。']));
    sure(await translate('person', ['秋', '我们在河边相遇。', '做饭。']));
    const [title = '', , last = ''] = PIECES;
    sure(await act((tx) => changeSource(tx, { ...by(id), grade: 'dangerous', pieces: [title, last] })));
    const standing = async () => {
      const text = (await findTexts(db, id)).find(({ locale }) => locale === 'zh-Hans');
      return standingOf(text ?? { basedOn: 0 }, (await listRevisions(db, [id])).get(id) ?? []);
    };
    sure(await translate('machine', ['秋', '现在做饭。']));
    expect(await standing()).toBe('withheld');
    sure(await translate('person', ['秋', '现在一起做饭。']));
    expect(await standing()).toBe('current');
  });

  test('is off our pages while it is written anew, and nothing agreed to holds any more', async () => {
    const { id, consentId } = await published(15);
    sure(await act((tx) => reopen(tx, by(id))));
    expect([await status(`/stories/${id}`), await status(`/stories/${id}/photo.webp`)]).toEqual([404, 404]);
    expect(await findConsent(db, consentId)).toMatchObject({ state: 'named', agreedText: null, uses: [] });
    expect((await listUses(db, id)).every(({ endedAt }) => endedAt !== null)).toBe(true);
    const path = consentPath(services, consentId);
    const between = await house.as().get(path);
    expect(between.text).toContain('It is being written anew');
    expect(between.html).toContain(`${path}/recall`);
    expect((await house.as().post(`${path}/recall`)).flash).toContain('It is taken back.');
    expect((await findStory(db, id))?.state).toBe('recalled');
  });

  test('is asked of nobody before their turn: a link that was never sent opens nothing', async () => {
    const { consentId } = await prepared(31);
    expect(await status(consentPath(services, consentId))).toBe(404);
  });
});

describe('taking it back', () => {
  test('by the link, without signing in: every address is empty at once, what others have is listed, the proof stays', async () => {
    const { id, tellerId, consentId } = await published(16, { ...CHOSEN, uses: ['site', 'press'] });
    const addresses = ['', '/photo.webp', '/photo.webp?size=small', '/picture.png', '/story.pdf'];
    for (const rest of addresses) {
      const answer = await house.as().get(`/stories/${id}${rest}`);
      expect([rest, answer.status]).toEqual([rest, 200]);
      expect(answer.headers.get('cache-control')).toMatch(/no-store|no-cache/);
    }
    const press = { kind: 'press', place: 'Kawara Shinbun, 12 May' } as const;
    sure(await act((tx) => recordUse(tx, { ...by(id), ...press })));
    expect(code(await act((tx) => recordUse(tx, { ...by(id), kind: 'social', place: 'x' })))).toBe(
      'not_agreed_to_such_places',
    );
    const kept = await db
      .selectFrom('platform.files')
      .select('id')
      .where('owner_id', '=', tellerId)
      .execute();
    expect(kept).toHaveLength(3);

    const path = consentPath(services, consentId);
    expect((await house.as().post(`${path}/recall`)).flash).toContain('It is taken back.');
    for (const rest of addresses) expect([rest, await status(`/stories/${id}${rest}`)]).toEqual([rest, 404]);
    expect((await house.as().get('/stories')).html).not.toContain(id);
    expect(
      await db.selectFrom('platform.files').select('id').where('owner_id', '=', tellerId).execute(),
    ).toEqual([]);
    expect([await findTexts(db, id), await findAnswers(db, id), await findPicture(db, id)]).toEqual([
      [],
      null,
      null,
    ]);
    const after = await house.as().get(path);
    expect(after.text).toContain('What we cannot call back');
    expect(after.text).toContain('Kawara Shinbun, 12 May');
    expect(after.text).toContain('not in our hands: we can only ask');
    const [proof] = await db
      .selectFrom('stories.proofs')
      .selectAll()
      .where('consent_id', '=', consentId)
      .where('act', '=', 'recalled')
      .execute();
    expect(after.text).toContain(proof?.code ?? 'no proof');
    expect(code(await recall(consentId))).toBe('consent_is_recalled');
    // It outlives whoever it is about, and cannot be changed.
    await db.deleteFrom('stories.stories').where('id', '=', id).execute();
    expect(
      await db.selectFrom('stories.proofs').select('id').where('consent_id', '=', consentId).execute(),
    ).toHaveLength(2);
    await expect(db.updateTable('stories.proofs').set({ naming: 'name' }).execute()).rejects.toThrow(
      /permission denied/,
    );
  });

  test('a picture that was taken back is not taken again: not smaller, not saved anew, mirrored or turned, not as it was shown', async () => {
    const { id, consentId } = await published(17);
    const seen = await findPicture(db, id);
    const shown = await readFileById(db, files, seen?.shownId ?? '');
    sure(await recall(consentId));
    const again = await act((tx) => toldStory(tx, sato.id, clock()));
    const { default: sharp } = await import('sharp');
    const keep = async (bytes: Buffer) =>
      code(
        await act((tx) =>
          keepStoryPicture(tx, files, { ...by(again), sent: { bytes, crop: null, alt: {} } }),
        ),
      );
    const original = await photo(17);
    expect(await keep(original)).toBe('picture_was_recalled');
    expect(await keep(await sharp(original).resize(200).png().toBuffer())).toBe('picture_was_recalled');
    expect(await keep(Buffer.from(shown?.bytes ?? []))).toBe('picture_was_recalled');
    expect(await keep(await sharp(original).webp({ quality: 40 }).toBuffer())).toBe('picture_was_recalled');
    expect(await keep(await sharp(original).flop().jpeg({ quality: 60 }).toBuffer())).toBe(
      'picture_was_recalled',
    );
    expect(await keep(await sharp(original).rotate(90).png().toBuffer())).toBe('picture_was_recalled');
    expect(await keep(await photo(18))).toBe('yes');
  });

  test('by one who is on the picture alone: their face is hidden at once, the story stays', async () => {
    const { id } = await prepared(21);
    const named = {
      ...{ personId: null, email: 'lin@example.org', name: 'Lin', guardian: null, locale: 'en' as const },
      ...{ inText: false, inPicture: true, face: [60, 10, 30, 40] as Box },
    };
    sure(await act((tx) => nameInStory(tx, { ...by(id), named })));
    await act((tx) => agreedStory(tx, id, { by: sato.id, now: clock() }));
    clock.advance({ hours: 14 * 24 });
    sure(await act((tx) => publishStory(tx, { ...by(id, kato.id), files })));
    const before = await findPicture(db, id);
    const other = (await listConsents(db, [id])).find(({ name }) => name === 'Lin');
    sure(await recall(other?.id ?? ''));
    const after = await findPicture(db, id);
    expect([await status(`/stories/${id}`), await status(`/stories/${id}/photo.webp`)]).toEqual([200, 200]);
    expect(after?.shownId).not.toBe(before?.shownId);
    expect(
      await db
        .selectFrom('platform.files')
        .select('id')
        .where('id', '=', before?.shownId ?? '')
        .execute(),
    ).toEqual([]);
  });

  test.each([
    ['takes it back', 8],
    ['says no', 10],
  ] as const)(
    'a face whose owner %s stays hidden once their consent is deleted and the picture is drawn anew',
    async (does, wide) => {
      const { id, consentId } = await prepared(wide);
      const sent = { bytes: await stripes(wide), crop: null, alt: { en: 'Stripes.' } };
      sure(await act((tx) => keepStoryPicture(tx, files, { ...by(id), sent })));
      const before = await findPicture(db, id);
      const lin = { personId: null, email: `lin${wide}@example.org`, name: 'Lin', guardian: null } as const;
      const where = { locale: 'en', inText: false, inPicture: true, face: [60, 10, 30, 40] as Box } as const;
      sure(await act((tx) => nameInStory(tx, { ...by(id), named: { ...lin, ...where } })));
      sure(await act((tx) => askEverybody(tx, by(id))));
      const other = (await listConsents(db, [id])).find(({ name }) => name === 'Lin')?.id ?? '';
      if (does === 'takes it back') await act((tx) => agreeTo(tx, other, clock()));
      const leave = does === 'takes it back' ? recallConsent : declineConsent;
      const on = { consentId: other, as: 'whoever is asked', byPersonId: null, now: clock() } as const;
      sure(await act((tx) => leave(tx, files, on)));
      await act((tx) => agreeTo(tx, consentId, clock()));
      // As the night does a year later.
      await db.deleteFrom('stories.consents').where('id', '=', other).execute();
      clock.advance({ hours: 14 * 24 });
      sure(await act((tx) => publishStory(tx, { ...by(id, kato.id), files })));
      const shown = await readFileById(db, files, (await findPicture(db, id))?.shownId ?? '');
      expect(await contrastOf(shown?.bytes, 420)).toBeLessThan(30);
      expect(await contrastOf(shown?.bytes, 100)).toBeGreaterThan(80);
      const { originalId = '' } = before ?? {};
      expect(await readFileById(db, files, originalId)).toBeNull();
    },
  );

  test('by anybody in the words: what the others had agreed to holds them no longer, and says by its hash what it was', async () => {
    const { id, consentId } = await prepared(24);
    const lin = { personId: null, email: 'lin24@example.org', name: 'Lin', guardian: null } as const;
    const where = { locale: 'en', inText: true, inPicture: false, face: null } as const;
    sure(await act((tx) => nameInStory(tx, { ...by(id), named: { ...lin, ...where } })));
    await act((tx) =>
      agreedStory(tx, id, { by: sato.id, now: clock(), chosen: { ...CHOSEN, showsFace: false } }),
    );
    const [hash] = (await listConsents(db, [id])).map(({ agreedHash }) => agreedHash);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    sure(await recall(consentId));
    const left = await listConsents(db, [id]);
    expect(left.map(({ state, agreedText }) => [state, agreedText])).toEqual([
      ['recalled', null],
      ['recalled', null],
    ]);
    expect(left.map(({ agreedHash }) => agreedHash)).toContain(hash);
  });

  test('by itself when its time is over', async () => {
    const { id, consentId } = await published(22, { ...CHOSEN, years: 1 });
    clock.advance({ hours: 366 * 24 });
    await consentsRunOut(services).run({}, { db, clock } as never);
    expect([await status(`/stories/${id}`), (await findConsent(db, consentId))?.state]).toEqual([
      404,
      'recalled',
    ]);
  });

  test('by its teller while it is written anew: it ends for all in it, and what others have stays to be asked for', async () => {
    const { id, tellerId, consentId } = await published(32, { ...CHOSEN, uses: ['site', 'print'] });
    sure(await act((tx) => recordUse(tx, { ...by(id), kind: 'newsletter', place: 'Winter 2027' })));
    sure(await act((tx) => reopen(tx, by(id))));
    const web = house.as(actorOf({ id: tellerId }));
    expect((await web.post(`/me/stories/${id}/refusal`)).status).toBe(303);
    expect((await findConsent(db, consentId))?.state).toBe('recalled');
    expect(await ask(db, waitingStories(clock()))).toContainEqual(
      expect.objectContaining({ id, kind: 'story_elsewhere' }),
    );
    expect((await asSato.get(`/desk/stories/${id}`)).html).toContain(`/desk/stories/${id}/told`);
  });

  test('asks others for what they have, once it was noted', async () => {
    const { id, consentId } = await published(23, { ...CHOSEN, uses: ['site', 'print'] });
    sure(await act((tx) => recordUse(tx, { ...by(id), kind: 'newsletter', place: 'Spring 2027' })));
    sure(await recall(consentId));
    const [use] = (await listUses(db, id)).filter(({ isOurs }) => !isOurs);
    expect((await asSato.get(`/desk/stories/${id}`)).text).toContain('We asked for it to be taken away');
    sure(await act((tx) => noteAsked(tx, { ...by(id), useId: use?.id ?? '' })));
    expect((await house.as().get(consentPath(services, consentId))).text).toContain(
      'we asked for it to be taken away on',
    );
  });
});

test('whoever is guarded begins without face and place, and a place in the words is refused', async () => {
  const { id: tellerId } = await teller();
  const pieces = ['A title', 'I live in 豊島区.'];
  const id = await act((tx) => toldStory(tx, tellerId, clock(), pieces));
  const tells = { ward: null, language: null, childAge: null, job: false };
  sure(await act((tx) => setTells(tx, { ...by(id), tells, isGuarded: true })));
  sure(await act((tx) => askEverybody(tx, by(id))));
  const [consent] = await listConsents(db, [id]);
  const page = await house.as().get(consentPath(services, consent?.id ?? ''));
  expect(page.html).not.toMatch(/name="showsPlace"[^>]* checked/);
  const read = await act((tx) => readBy(tx, consent?.id ?? ''));
  const on = {
    consentId: consent?.id ?? '',
    as: 'whoever is asked',
    byPersonId: null,
    now: clock(),
  } as const;
  const chosen = { ...CHOSEN, showsFace: false, showsPlace: false };
  sure(await act((tx) => agree(tx, { ...on, chosen, read, organization: ORGANIZATION })));
  clock.advance({ hours: 14 * 24 });
  const publish = () => act((tx) => publishStory(tx, { ...by(id, kato.id), files }));
  expect(code(await publish())).toBe('place_is_kept');
});

test('a translation of what is shown names no place that somebody keeps to themselves', async () => {
  const { id } = await published(28, { ...CHOSEN, showsPlace: false });
  const translate = (first: string) => {
    const pieces = ['秋', first, '料理します。'];
    return act((tx) => writeTranslation(tx, { ...by(id), locale: 'ja', pieces, origin: 'person' }));
  };
  expect(code(await translate('豊島区で会いました。'))).toBe('place_is_kept');
  expect(code(await translate('川辺で会いました。'))).toBe('yes');
});
