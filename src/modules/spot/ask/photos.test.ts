import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import {
  checkAnswers,
  goodAnswers,
  hiddenOf,
  makeResident,
  sendAnswers,
  spotHouse,
} from '../../../../test/support/asking-form.ts';
import { draftBehind, takeDraft } from '../../../kits/forms/index.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { saveVisitorsDraft } from './draft.ts';

const house = await spotHouse();
const SUMMARY = '/spot/requests/summary';
const draw = (width: number) =>
  sharp({ create: { width, height: 30, channels: 3, background: 'white' } })
    .png()
    .toBuffer();
const png = await draw(40);
/** The photos that a page shows, as links to them whole. */
const shownIn = (html: string) =>
  [...html.matchAll(/<img[^>]* src="\/en\/spot\/drafts\/photos\/([^"]+)"/g)].map(([, id = '']) => id);
const photo = (bytes: Uint8Array | string, name = 'letter.png', type = 'image/png') =>
  new File([bytes as BlobPart], name, { type });

describe('a photo', () => {
  test('is re-encoded, kept while the form comes back, and seen by its owner only', async () => {
    const { web } = await makeResident(house);
    const back = await checkAnswers(web, { ...goodAnswers, category: '', photo: photo(png) });
    expect(back.refusals['category']).toBeTruthy();
    const [photoIds = ''] = hiddenOf(back.html, 'photoIds');
    const own = await web.get(`/spot/drafts/photos/${photoIds}`);
    expect(own.headers.get('content-type')).toBe('image/webp');
    expect(own.headers.get('cache-control')).toBe('private, no-store');
    const other = (await makeResident(house)).web;
    expect((await other.get(`/spot/drafts/photos/${photoIds}`)).status).toBe(404);
    const sent = await sendAnswers(web, { ...goodAnswers, photoIds });
    expect((await web.get(`${sent.location}/photos/${photoIds}`)).status).toBe(200);
    expect((await other.get(`${sent.location}/photos/${photoIds}`)).status).toBe(404);
  });

  test('can be taken out again', async () => {
    const { web } = await makeResident(house);
    const added = await web.post(SUMMARY, {
      ...goodAnswers,
      category: '',
      photo: photo(png),
      intent: 'photo',
    });
    expect(added.location).toBe('/spot/requests/new#photo');
    const first = await web.get('/spot/requests/new');
    const [photoIds = ''] = hiddenOf(first.html, 'photoIds');
    expect(first.html).toContain(`src="/en/spot/drafts/photos/${photoIds}"`);
    expect(first.html).toMatch(
      new RegExp(`<button[^>]* name="removedPhotoIds" value="${photoIds}" formnovalidate`),
    );
    const removed = await web.post(SUMMARY, { ...goodAnswers, photoIds, removedPhotoIds: photoIds });
    expect(removed.location).toBe('/spot/requests/new#photo');
    expect(hiddenOf((await web.get('/spot/requests/new')).html, 'photoIds')).toEqual([]);
    expect((await web.get(`/spot/drafts/photos/${photoIds}`)).status).toBe(404);
  });

  test('of a draft below is still there when the one above it, which has the same, is thrown away', async () => {
    const { id: personId, web } = await makeResident(house);
    const [below = ''] = shownIn((await checkAnswers(web, { ...goodAnswers, photo: photo(png) })).html);
    const now = house.clock();
    const cookie = await inTransaction(house.db, (tx) => saveVisitorsDraft(tx, { fields: {}, now }));
    const headers = new Headers({ cookie: cookie.split(';')[0] ?? '' });
    const id = await draftBehind(house.db, { headers, back: SUMMARY, now });
    expect(await inTransaction(house.db, (tx) => takeDraft(tx, { id, personId, now }))).toBe(true);
    const above = await checkAnswers(web, { ...goodAnswers, photo: photo(png) });
    expect(shownIn(above.html)).toEqual([below]);
    await web.post('/spot/drafts/removal', {});
    expect(shownIn((await web.get('/spot/requests/new')).html)).toEqual([below]);
    await web.post('/spot/drafts/removal', {});
    expect((await web.get(`/spot/drafts/photos/${below}`)).status).toBe(404);
  });

  const huge = () =>
    sharp({ create: { width: 10_000, height: 10_000, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
  test.each([
    [
      'an SVG',
      async () => photo('<svg xmlns="http://www.w3.org/2000/svg"/>', 'a.svg', 'image/svg+xml'),
      'kind of file',
    ],
    ['HTML that says it is a picture', async () => photo('<html></html>', 'a.png'), 'kind of file'],
    ['13 megabytes', async () => photo(new Uint8Array(13_000_000), 'a.jpg', 'image/jpeg'), 'too large'],
    ['100 megapixels', async () => photo(await huge()), 'too large'],
  ])('is refused beside its field, with everything else kept: %s', async (_name, make, sentence) => {
    const { web } = await makeResident(house);
    const answer = await checkAnswers(web, { ...goodAnswers, photo: await make() });
    expect(answer.refusals['photo']).toContain(sentence);
    expect(answer.text).toContain(String(goodAnswers['ownWords']));
  });

  test('chosen again for a form that came back is there once, and in sight on the summary', async () => {
    const { web } = await makeResident(house);
    const back = await checkAnswers(web, { ...goodAnswers, category: '', photo: photo(png) });
    const photoIds = hiddenOf(back.html, 'photoIds');
    const summary = await checkAnswers(web, { ...goodAnswers, photoIds, photo: photo(png, 'again.png') });
    expect(photoIds).toHaveLength(1);
    expect(shownIn(summary.html)).toEqual(photoIds);
    const fromBefore = await checkAnswers(web, { ...goodAnswers, photo: photo(png) });
    expect(shownIn(fromBefore.html)).toEqual(photoIds);
  });

  test('is the fifth at the most', async () => {
    const { web } = await makeResident(house);
    let photoIds: string[] = [];
    for (let count = 0; count < 5; count++) {
      const bytes = await draw(50 + count);
      const answer = await checkAnswers(web, { ...goodAnswers, photoIds, photo: photo(bytes) });
      photoIds = shownIn(answer.html);
    }
    const sixth = await checkAnswers(web, { ...goodAnswers, photoIds, photo: photo(png) });
    expect(sixth.refusals['photo']).toContain('at most 5 photos');
    expect((await checkAnswers(web, { ...goodAnswers, photoIds })).text).toContain('Check your answers');
  });

  test('of somebody else, or of nobody, is left out and said', async () => {
    const { web } = await makeResident(house);
    const [theirs = ''] = shownIn(
      (await checkAnswers((await makeResident(house)).web, { ...goodAnswers, photo: photo(png) })).html,
    );
    for (const photoIds of [theirs, crypto.randomUUID(), 'no-id']) {
      const answer = await checkAnswers(web, { ...goodAnswers, photoIds });
      expect(answer.refusals['photo']).toContain('no longer there');
      expect(hiddenOf(answer.html, 'photoIds')).toEqual([]);
    }
  });
});
