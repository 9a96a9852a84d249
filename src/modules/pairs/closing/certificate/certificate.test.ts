import { beforeEach, describe, expect, test } from 'vitest';
import { testHouse } from '../../../../../test/support/house.ts';
import { type PairOfTwo, pairOfTwo } from '../../../../../test/support/pair-of-two.ts';
import { readPdf } from '../../../../../test/support/read-pdf.ts';
import { pdf } from '../../../../kits/papers/index.ts';
import { organizationSetting } from '../../../../platform/settings/organization.ts';
import { pairsModule } from '../../module.ts';
import { type Certificate, findCertificate } from '../store/certificates.ts';
import { certificatePaper } from './paper.ts';

const house = await testHouse([pairsModule({ publicUrl: 'https://otonari.test' })]);
const { db } = house;

let two: PairOfTwo;
beforeEach(async () => {
  two = await pairOfTwo(house, { state: 'completed', startedOn: '2026-05-24' });
});
const make = (who: 'resident' | 'volunteer') => two[who].post(`/pairs/${two.id}/certificates`);
async function printed(certificate: Certificate | null): Promise<Uint8Array> {
  if (!certificate) throw new Error('there is none');
  const address = `https://otonari.test/ja/pairs/certificates/${certificate.code}`;
  const paper = certificatePaper(certificate, organizationSetting.value, address);
  const bytes = await pdf(paper, certificate.issuedAt);
  if (!bytes.ok) throw new Error(bytes.refusal.code);
  return bytes.value;
}
const made = () => findCertificate(db, { pairId: two.id, personId: two.residentId });

describe('a certificate', () => {
  test('is made once of a whole half-year, and opened by its owner alone', async () => {
    expect((await make('resident')).flash).toBe('Your certificate is ready.');
    const first = await made();
    await make('resident');
    expect(await made()).toEqual(first);
    const file = await two.resident.get(`/pairs/${two.id}/certificate.pdf`);
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect((await two.volunteer.get(`/pairs/${two.id}/certificate.pdf`)).status).toBe(404);
    expect((await house.as().get(`/pairs/${two.id}/certificate.pdf`)).status).not.toBe(200);
  });

  test('names the address of the house, whatever a request says of its host', async () => {
    await make('resident');
    const forged = { host: 'evil.example', 'x-forwarded-host': 'evil.example' };
    const file = await two.resident.get(`/pairs/${two.id}/certificate.pdf`, forged);
    expect(file.html).toBe(new TextDecoder().decode(await printed(await made())));
  });

  test.each<[string, string | null, string]>([
    ['阮文Ａ', null, '阮文Ａ'],
    ['김민준', 'Kim Minjun', 'Kim Minjun'],
    ['أحمد', 'Ahmad', 'Ahmad'],
    ['刘们', null, ''],
  ])('has a name as far as paper can print it: %s, %s', async (name, romaji, onPaper) => {
    await db.updateTable('people.persons').set({ name, romaji }).where('id', '=', two.residentId).execute();
    const answer = await make('resident');
    expect((await made())?.name ?? '').toBe(onPaper);
    if (onPaper === '') expect(answer.text).toContain('Please add it in Latin letters to your profile.');
  });

  test('of what was not completed is refused', async () => {
    const running = await pairOfTwo(house);
    expect((await running.resident.post(`/pairs/${running.id}/certificates`)).status).toBe(422);
    const ended = await pairOfTwo(house, { state: 'ended' });
    expect((await ended.resident.post(`/pairs/${ended.id}/certificates`)).status).toBe(422);
  });

  test('is known to whoever has its code, who learns what stands on the paper and no more', async () => {
    await make('resident');
    const certificate = await made();
    if (!certificate) throw new Error('there is none');
    const visitor = house.as();
    const shown = await visitor.get(`/pairs/certificates/${certificate.code}`);
    for (const told of ['Sita Rai', 'Sun, May 24, 2026', 'Mon, Nov 23, 2026', certificate.code])
      expect(shown.text).toContain(told);
    expect(shown.text).not.toContain('Kimura');
    expect(shown.html).not.toContain(two.id);
    expect(shown.html).not.toContain(two.residentId);
    const words = readPdf(await printed(certificate)).text;
    for (const told of ['Sita Rai', '修了証', 'Certificate', certificate.code]) expect(words).toContain(told);
    expect((await visitor.get('/pairs/certificates/ABCDEFGH23456789')).status).toBe(404);
  });

  test('is found by nobody who tries', async () => {
    const visitor = house.as();
    await db.deleteFrom('platform.rate_windows').execute();
    const tries = Array.from({ length: 31 }, (_, at) => `ABCDEFGH234567${20 + at}`);
    const answers: number[] = [];
    for (const code of tries) answers.push((await visitor.get(`/pairs/certificates/${code}`)).status);
    expect(answers.slice(0, 30)).toEqual(Array(30).fill(404));
    expect(answers.at(-1)).toBe(429);
    await make('volunteer');
    const { code = '' } = (await findCertificate(db, { pairId: two.id, personId: two.volunteerId })) ?? {};
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{16}$/);
  });
});
