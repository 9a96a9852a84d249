import { describe, expect, test } from 'vitest';
import { askFields, consultationsHouse, WORDS } from '../../../../test/support/consultations.ts';

const { db, clock, house, asha, other, mori, kato, boss, asked, taken, waits, happened, photo } =
  await consultationsHouse();

describe('the sealed room', () => {
  test('opens for nobody until somebody takes it, then for them alone', async () => {
    const id = await asked();
    const path = `/desk/consultations/${id}`;
    expect((await mori.web.get(path)).text).not.toContain(WORDS);
    expect((await mori.web.get(path)).text).toContain('Work and wages');
    await mori.web.post(`${path}/care`);
    expect((await mori.web.get(path)).text).toContain(WORDS);
    const outside = await kato.web.get(path);
    expect([outside.status, outside.text.includes(WORDS)]).toEqual([200, false]);
    expect(outside.text).not.toContain('Asha');
    for (const visitor of [boss.web, other.web, house.as()]) {
      const denied = await visitor.get(path);
      expect([denied.text.includes(WORDS), denied.text.includes('Work and wages')]).toEqual([false, false]);
      expect((await visitor.get(`/consultations/${id}`)).text).not.toContain(WORDS);
    }
    const { text } = await asha.web.get(`/consultations/${id}`);
    expect(text).toContain('Mori, who is responsible');
    expect(text).not.toContain('Kato');
  });

  test('lets nobody act but whoever is responsible', async () => {
    const path = `/desk/consultations/${await taken()}`;
    for (const [act, fields] of [
      ['replies', { reply: 'Words of somebody else.' }],
      ['notes', { note: 'Words of somebody else.' }],
      ['deadlines', { deadlineKind: 'visa', deadlineOn: '2026-12-01' }],
      ['checks', { item: 'safe_now' }],
      ['successor', { successorId: kato.id }],
      ['closing', { outcome: 'solved' }],
      ['care', {}],
    ] as const)
      expect((await kato.web.post(`${path}/${act}`, fields)).status, act).toBe(422);
    expect((await mori.web.get(path)).text).not.toContain('somebody else');
  });

  test('shows notes to whoever is responsible, and answers to whoever has asked', async () => {
    const id = await taken();
    await mori.web.post(`/desk/consultations/${id}/notes`, { note: 'The contract may be void.' });
    await mori.web.post(`/desk/consultations/${id}/replies`, { reply: 'Please keep all slips.' });
    const { text } = await asha.web.get(`/consultations/${id}`);
    expect([text.includes('Please keep all slips.'), text.includes('may be void')]).toEqual([true, false]);
    expect((await mori.web.get(`/desk/consultations/${id}`)).text).toContain('may be void');
  });

  test('goes with all its rights to the one to whom it is handed over', async () => {
    const path = `/desk/consultations/${await taken()}`;
    expect((await mori.web.post(`${path}/successor`, { successorId: asha.id })).refusals).toHaveProperty(
      'successorId',
    );
    await mori.web.post(`${path}/successor`, { successorId: kato.id });
    expect((await mori.web.get(path)).text).not.toContain(WORDS);
    expect((await kato.web.get(path)).text).toContain(WORDS);
  });

  test('is taken over from somebody who coordinates no more, and from nobody else', async () => {
    const id = await taken();
    const path = `/desk/consultations/${id}`;
    expect((await kato.web.post(`${path}/care`)).status).toBe(422);
    expect(await waits(kato.id)).not.toContainEqual({ kind: 'matter_left', id });
    await db
      .updateTable('people.persons')
      .set({ access_ended_at: clock() })
      .where('id', '=', mori.id)
      .execute();
    try {
      expect(await waits(kato.id)).toContainEqual({ kind: 'matter_left', id });
      const { text, html } = await kato.web.get(path);
      expect([text.includes('coordinates no more'), text.includes(WORDS)]).toEqual([true, false]);
      expect(html).toContain(`action="/en${path}/care"`);
      expect((await kato.web.post(`${path}/care`)).status).toBe(303);
    } finally {
      await db
        .updateTable('people.persons')
        .set({ access_ended_at: null })
        .where('id', '=', mori.id)
        .execute();
    }
    expect((await kato.web.get(path)).text).toContain(WORDS);
    expect((await mori.web.get(path)).text).not.toContain(WORDS);
    expect(await waits(kato.id)).not.toContainEqual({ kind: 'matter_left', id });
    expect((await asha.web.get(`/consultations/${id}`)).text).toContain('Kato, who is responsible');
  });

  test('keeps the name of whoever wishes it', async () => {
    const path = `/desk/consultations/${await taken({ isAnonymous: 'on' })}`;
    const { html } = await mori.web.get(path);
    expect([html.includes('Asha'), html.includes(asha.id)]).toEqual([false, false]);
  });

  test('never opens for staff who have asked themselves', async () => {
    const own = await kato.web.post('/consultations/asking', askFields);
    const id = own.location?.split('/').at(-1);
    expect((await kato.web.get(`/desk/consultations/${id}`)).status).toBe(404);
    expect((await kato.web.post(`/desk/consultations/${id}/care`)).status).toBe(404);
    expect(
      (await kato.web.post(`/desk/consultations/${id}/openings`, { reason: 'I would like to see it.' }))
        .status,
    ).toBe(404);
    expect(await db.selectFrom('consultations.openings').select('id').execute()).toEqual([]);
    expect((await kato.web.get('/desk/consultations')).text).toContain('No consultation here');
    expect((await mori.web.get('/desk/consultations')).text).toContain('S-');
  });
});

describe('opening by a reason', () => {
  const reason = 'Mori is ill and the payment is due today.';

  test('lasts three hours, is told, and is looked at by a second person', async () => {
    const id = await taken();
    const path = `/desk/consultations/${id}`;
    expect((await kato.web.post(`${path}/openings`, { reason: 'Just so.' })).refusals).toHaveProperty(
      'reason',
    );
    expect((await boss.web.post(`${path}/openings`, { reason })).status).not.toBe(303);
    expect((await kato.web.post(`${path}/openings`, { reason })).status).toBe(303);
    expect((await kato.web.get(path)).text).toContain(WORDS);
    expect((await kato.web.post(`${path}/replies`, { reply: 'I only read.' })).status).toBe(422);
    expect(await happened('consultations.matter.opened')).toBe(1);
    const told = async () => (await asha.web.get(`/consultations/${id}`)).text;
    expect(await told()).toContain(`Kato, who is not responsible. Their reason: ${reason}`);
    expect(await told()).toContain('A second person looks at it.');

    const openingId =
      (
        await db
          .selectFrom('consultations.openings')
          .select('id')
          .where('as_what', '=', 'glass')
          .executeTakeFirst()
      )?.id ?? expect.fail();
    expect(await waits(mori.id)).toContainEqual({ kind: 'opening', id });
    expect(await waits(kato.id)).not.toContainEqual({ kind: 'opening', id });
    const review = `/desk/consultations/openings/${openingId}/review`;
    expect((await kato.web.post(review, { verdict: 'in_order' })).status).toBe(422);
    const list = await boss.web.get('/desk/consultations/openings');
    expect([list.text.includes(reason), list.text.includes(WORDS)]).toEqual([true, false]);
    expect((await boss.web.post(review, { verdict: 'not_in_order' })).status).toBe(303);
    expect((await mori.web.post(review, { verdict: 'in_order' })).status).toBe(422);
    expect(await told()).toContain('it should not have been opened');
    // Said within the three hours, it ends them.
    expect((await kato.web.get(path)).text).not.toContain(WORDS);
  });

  test('ends after three hours where it was in order', async () => {
    const path = `/desk/consultations/${await taken()}`;
    await kato.web.post(`${path}/openings`, { reason });
    const { id } = await db
      .selectFrom('consultations.openings')
      .select('id')
      .where('as_what', '=', 'glass')
      .executeTakeFirstOrThrow();
    await boss.web.post(`/desk/consultations/openings/${id}/review`, { verdict: 'in_order' });
    clock.advance({ hours: 2 });
    expect((await kato.web.get(path)).text).toContain(WORDS);
    clock.advance({ hours: 1 });
    expect((await kato.web.get(path)).text).not.toContain(WORDS);
  });

  test('is one opening and told once, however often it is pressed, and none for whoever is responsible', async () => {
    const path = `/desk/consultations/${await taken()}`;
    const before = await happened('consultations.matter.opened');
    const presses = Array.from({ length: 5 }, () => kato.web.post(`${path}/openings`, { reason }));
    expect((await Promise.all(presses)).map(({ status }) => status)).toEqual(Array(5).fill(303));
    await mori.web.post(`${path}/openings`, { reason });
    const glass = db.selectFrom('consultations.openings').select('person_id').where('as_what', '=', 'glass');
    expect(await glass.execute()).toEqual([{ person_id: kato.id }]);
    expect(await happened('consultations.matter.opened')).toBe(before + 1);
  });

  test('can’t be changed or taken back by the program, nor reviewed by whoever did it', async () => {
    const id = await taken();
    await kato.web.post(`/desk/consultations/${id}/openings`, { reason });
    const opening = await db
      .selectFrom('consultations.openings')
      .select(['id', 'person_id'])
      .where('as_what', '=', 'glass')
      .executeTakeFirstOrThrow();
    const change = db.updateTable('consultations.openings').set({ person_id: mori.id });
    await expect(change.execute()).rejects.toThrow('permission denied');
    await expect(db.deleteFrom('consultations.openings').execute()).rejects.toThrow('permission denied');
    const own = { opening_id: opening.id, reviewer_id: kato.id, verdict: 'in_order', at: clock() };
    await expect(db.insertInto('consultations.reviews').values(own).execute()).rejects.toThrow(
      'reviewed by somebody else',
    );
  });
});

describe('papers', () => {
  test('open for those who may, under a name that says nothing', async () => {
    const id = await taken({ photo: await photo() });
    const shown = await mori.web.get(`/desk/consultations/${id}/papers/1`);
    expect(shown.headers.get('content-type')).toBe('image/webp');
    expect(shown.headers.get('content-disposition')).toMatch(/S-\d+-1\.webp/);
    expect((await asha.web.get(`/consultations/${id}/papers/1`)).status).toBe(200);
    expect((await kato.web.get(`/desk/consultations/${id}/papers/1`)).status).toBe(404);
    // Looked at alone, later, it is an opening too.
    clock.advance({ minutes: 61 });
    await mori.web.get(`/desk/consultations/${id}/papers/1`);
    const openings = await db
      .selectFrom('consultations.openings')
      .select('person_id')
      .where('matter_id', '=', id)
      .execute();
    expect(openings.map((one) => one.person_id)).toEqual([mori.id, mori.id]);
    for (const visitor of [boss.web, other.web, house.as()])
      for (const path of [`/desk/consultations/${id}/papers/1`, `/consultations/${id}/papers/1`])
        expect((await visitor.get(path)).headers.get('content-type'), path).not.toBe('image/webp');
  });

  test.each([
    ['a form', '%PDF-1.4\n1 0 obj<</AcroForm 3 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF', 'holds a form'],
    ['a password', '%PDF-1.4\ntrailer<</Root 1 0 R/Encrypt 2 0 R>>\n%%EOF', 'has a password'],
    ['comments', '%PDF-1.4\n1 0 obj<</Subtype/Popup>>endobj\ntrailer<<>>\n%%EOF', 'There are comments'],
    ['a signature', '%PDF-1.4\n1 0 obj<</ByteRange[0 1 2 3]>>endobj\ntrailer<<>>\n%%EOF', 'digitally signed'],
    ['no end', '%PDF-1.4\n1 0 obj', 'to its end'],
    ['another kind inside', '%PDF-<html>', 'not a PDF'],
  ])('a PDF with %s is refused beside the field, with what to send instead', async (_, bytes, sentence) => {
    const id = await asked();
    const letter = new File([bytes], 'letter.pdf', { type: 'application/pdf' });
    for (const path of [`/consultations/${id}/words`, '/consultations/asking']) {
      const more = path.endsWith('asking') ? askFields : {};
      const refused = await asha.web.post(path, { ...more, words: 'See here, please.', photo: letter });
      expect([refused.status, Object.keys(refused.refusals)]).toEqual([422, ['photo']]);
      expect(refused.text).toContain(sentence);
      expect(refused.html).toContain('See here, please.');
    }
  });

  test('may follow, and what is none is refused beside the field with the words kept', async () => {
    const id = await asked();
    const bad = new File(['no picture'], 'a.png', { type: 'image/png' });
    const refused = await asha.web.post(`/consultations/${id}/words`, { words: 'See here.', photo: bad });
    expect(Object.keys(refused.refusals)).toEqual(['photo']);
    expect(refused.html).toContain('See here.');
    expect((await asha.web.post(`/consultations/${id}/words`, {})).refusals).toHaveProperty('words');
    await asha.web.post(`/consultations/${id}/words`, { words: 'See here.', photo: await photo() });
    expect((await asha.web.get(`/consultations/${id}`)).text).toContain('Paper 1');
  });
});

describe('what is over', () => {
  test('goes on with whoever was responsible, by whoever has asked and nobody else', async () => {
    const id = await taken();
    const path = `/consultations/${id}`;
    expect((await asha.web.get(path)).html).not.toContain(`${path}/reopening`);
    await mori.web.post(`/desk${path}/closing`, { outcome: 'solved' });
    expect((await asha.web.get(path)).html).toContain(`${path}/reopening`);
    for (const { web } of [other, mori, boss])
      expect((await web.post(`${path}/reopening`)).status).toBeGreaterThanOrEqual(403);
    const before = await happened('consultations.matter.reopened');
    expect((await asha.web.post(`${path}/reopening`)).status).toBe(303);
    expect(await happened('consultations.matter.reopened')).toBe(before + 1);
    expect((await asha.web.post(`${path}/words`, { words: 'It has come up again.' })).status).toBe(303);
    expect((await mori.web.get(`/desk${path}`)).text).toContain('It has come up again.');
    expect((await asha.web.post(`${path}/reopening`)).status).toBe(422);
  });

  test('is asked anew where nobody had taken it', async () => {
    const path = `/consultations/${await asked()}`;
    await asha.web.post(`${path}/withdrawal`);
    expect((await asha.web.get(path)).html).not.toContain(`${path}/reopening`);
    const answer = await asha.web.post(`${path}/reopening`);
    expect([answer.status, answer.text.includes('Please ask anew')]).toEqual([422, true]);
  });
});

describe('the list', () => {
  test('finds by number, field and state, and never by words', async () => {
    await asked();
    await asked({ field: 'medical' });
    const { text, html } = await mori.web.get('/desk/consultations');
    for (const name of ['number', 'field', 'state']) expect(html).toContain(`name="${name}"`);
    expect(html).toContain('/desk/consultations/openings');
    const numbers = [...text.matchAll(/S-\d+/g)].map(([number]) => number);
    expect(numbers.length).toBe(2);
    const found = async (query: string) =>
      [...(await mori.web.get(`/desk/consultations?${query}`)).text.matchAll(/S-\d+/g)].length;
    expect(await found(`number=${numbers[0]}`)).toBe(1);
    expect(await found('field=medical')).toBe(1);
    expect(await found('state=closed')).toBe(0);
    expect(await found('number=wages')).toBe(0);
    expect(text).not.toContain('Asha');
  });
});
