import { describe, expect, test } from 'vitest';
import { consultationsHouse } from '../../../../test/support/consultations.ts';
import { isQuietFor } from '../store/matters.ts';

const { db, asha, mori, asked, taken, waits } = await consultationsHouse();

describe('danger', () => {
  test('in words or ticked puts it first, shows whom to call, and lets nothing go out', async () => {
    const calm = await asked();
    expect(await isQuietFor(db, asha.id)).toBe(false);
    const id = await asked({ words: 'My husband hits me.' });
    const { html, text } = await asha.web.get(`/consultations/${id}`);
    expect(html.indexOf('tel:110')).toBeLessThan(html.indexOf('<h1'));
    expect(text).toContain('Nothing is sent to you');
    expect(await isQuietFor(db, asha.id)).toBe(true);
    expect(await waits(mori.id)).toEqual([
      { kind: 'matter_danger', id },
      { kind: 'matter_waits', id },
      { kind: 'matter_waits', id: calm },
    ]);
    await mori.web.post(`/desk/consultations/${id}/care`);
    for (const item of [
      'reached_safely',
      'safe_now',
      'knows_numbers',
      'second_person_knows',
      'next_contact_agreed',
    ])
      await mori.web.post(`/desk/consultations/${id}/checks`, { item });
    expect(await waits(mori.id)).not.toContainEqual({ kind: 'matter_danger', id });
  });

  test('is found in what is added, too', async () => {
    const id = await taken();
    await asha.web.post(`/consultations/${id}/words`, { words: '死にたい' });
    expect((await mori.web.get(`/desk/consultations/${id}`)).html).toContain('0120-279-338');
    expect(await isQuietFor(db, asha.id)).toBe(true);
  });

  test('quiet is the resident’s to choose, and ends with the matter', async () => {
    const id = await asked();
    await asha.web.post(`/consultations/${id}/quiet`, { quiet: 'on' });
    expect(await isQuietFor(db, asha.id)).toBe(true);
    await asha.web.post(`/consultations/${id}/quiet`, {});
    expect(await isQuietFor(db, asha.id)).toBe(false);
    await asha.web.post(`/consultations/${id}/quiet`, { quiet: 'on' });
    await asha.web.post(`/consultations/${id}/withdrawal`);
    expect(await isQuietFor(db, asha.id)).toBe(false);
  });
});
