import { describe, expect, test } from 'vitest';
import { sure } from '../../../../test/support/events.ts';
import { agreedStory, agreeTo, CHOSEN, PIECES, readBy, toldStory } from '../../../../test/support/stories.ts';
import { code, FACE, storiesHouse, stripes } from '../../../../test/support/stories-house.ts';
import { recordAudit } from '../../../platform/audit/record.ts';
import { createPerson } from '../../people/index.ts';
import { keepApart } from '../../trust/index.ts';
import { keepStoryPicture } from '../picture/commands.ts';
import { findConsent, listConsents } from '../store/consents.ts';
import { findStory } from '../store/stories.ts';
import { publishStory, setTells } from '../story/commands.ts';
import { changeSource } from '../text/commands.ts';
import type { Box } from '../types.ts';
import { hashOfWords } from './agreement.ts';
import { askEverybody, nameInStory, reopen } from './commands.ts';
import { consentPath } from './token.ts';

const { files, services, house, db, clock, act, sato, kato, teller, emailOf, by, prepared } =
  await storiesHouse();

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
    const child = { personId: null, email: emailOf(), name: 'Aro', guardian: 'Bikash' };
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
