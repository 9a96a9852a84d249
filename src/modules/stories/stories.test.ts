import { describe, expect, test } from 'vitest';
import { sure } from '../../../test/support/events.ts';
import { actorOf } from '../../../test/support/house.ts';
import { CHOSEN, ORGANIZATION, PIECES, readBy, toldStory } from '../../../test/support/stories.ts';
import { code, storiesHouse } from '../../../test/support/stories-house.ts';
import { agree, askEverybody, nameInStory, reopen } from './consent/commands.ts';
import { consentPath } from './consent/token.ts';
import { drawFor, keepStoryPicture } from './picture/commands.ts';
import { findConsent, listConsents } from './store/consents.ts';
import { findStory, listRevisions } from './store/stories.ts';
import { findTexts } from './store/texts.ts';
import { listUses } from './store/uses.ts';
import { publishStory, setTells } from './story/commands.ts';
import { changeSource, writeTranslation } from './text/commands.ts';
import { standingOf } from './text/rules/grades.ts';
import type { Box } from './types.ts';

const {
  files,
  services,
  house,
  db,
  clock,
  act,
  kato,
  teller,
  emailOf,
  by,
  asSato,
  prepared,
  published,
  status,
} = await storiesHouse();

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
    expect((await findTexts(db, id))[0]?.pieces.map(({ text }) => text)).toEqual([
      'My first autumn here',
      'She smiled.',
      'Come along.',
    ]);
    expect([await status(`/stories/${id}`), (await web.get(`/me/stories/${id}`)).status]).toEqual([404, 200]);
    const hard = await web.post('/me/stories/new', { part: 'resident', title: 'B', first: 'I want to die.' });
    expect((await web.get(hard.location ?? '')).html).toMatch(/data-danger.*tel:0120279338.*<h1/s);
    const other = house.as(actorOf(await teller()));
    expect((await other.get(`/me/stories/${id}`)).status).toBe(404);
    expect((await asSato.get(`/desk/stories/${id}`)).text).toContain('She smiled.');
  });

  test('after an invitation, or says no without a reason', async () => {
    const [one, other] = [await teller(), await teller()];
    const invite = async (email: string) =>
      (await asSato.post('/desk/stories/new', { email, part: 'resident' })).location?.split('/').at(-1) ?? '';
    const id = await invite(emailOf());
    const web = house.as(actorOf(other));
    expect((await web.get(`/me/stories/${id}`)).text).toContain('Would you like to tell how it was?');
    await web.post(`/me/stories/${id}/telling`, { part: 'resident', title: 'A', first: 'B' });
    expect((await findStory(db, id))?.state).toBe('told');
    expect((await web.get(`/me/stories/${id}`)).html).not.toContain('data-danger');
    const second = await invite(emailOf(1));
    await house.as(actorOf(one)).post(`/me/stories/${second}/refusal`);
    expect((await findStory(db, second))?.state).toBe('declined');
    expect((await asSato.post('/desk/stories/new', { email: 'no@example.org', part: 'pair' })).status).toBe(
      422,
    );
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

test('where a face is can be read at lines over the whole picture, however it is cut', async () => {
  const { id } = await prepared(40);
  const sent = { bytes: null, crop: [50, 0, 50, 100] as Box, alt: {} };
  sure(await act((tx) => keepStoryPicture(tx, files, { ...by(id), sent })));
  for (const page of ['picture', 'people'])
    expect((await asSato.get(`/desk/stories/${id}/${page}`)).html).toContain('photo.webp?part=whole');
  const [whole, cut] = await act(async (tx) => [
    sure(await drawFor(tx, files, id, { part: 'whole' })),
    sure(await drawFor(tx, files, id)),
  ]);
  expect((whole?.width ?? 0) / (cut?.width ?? 1)).toBeCloseTo(2, 1);
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
