import { describe, expect, test } from 'vitest';
import { sure } from '../../../../test/support/events.ts';
import { actorOf } from '../../../../test/support/house.ts';
import { agreedStory, agreeTo, CHOSEN, photo, toldStory } from '../../../../test/support/stories.ts';
import { code, contrastOf, storiesHouse, stripes } from '../../../../test/support/stories-house.ts';
import { ask } from '../../../platform/database/questions.ts';
import { readFileById } from '../../../platform/files/files.ts';
import { consentsRunOut } from '../jobs.ts';
import { keepStoryPicture } from '../picture/commands.ts';
import { findConsent, listConsents } from '../store/consents.ts';
import { waitingStories } from '../store/desk.ts';
import { findPicture } from '../store/pictures.ts';
import { findAnswers } from '../store/stories.ts';
import { findTexts } from '../store/texts.ts';
import { listUses } from '../store/uses.ts';
import { publishStory } from '../story/commands.ts';
import type { Box } from '../types.ts';
import { noteAsked, recordUse } from '../uses/commands.ts';
import { askEverybody, declineConsent, nameInStory, recallConsent, reopen } from './commands.ts';
import { consentPath } from './token.ts';

const {
  files,
  services,
  house,
  db,
  clock,
  act,
  sato,
  kato,
  by,
  asSato,
  prepared,
  published,
  status,
  recall,
} = await storiesHouse();

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
