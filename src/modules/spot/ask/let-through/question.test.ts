import { describe, expect, test } from 'vitest';
import { testFiles } from '../../../../../test/support/files.ts';
import { actorOf, testHouse } from '../../../../../test/support/house.ts';
import { accepted, askInWords, makeNeighborhood, Story } from '../../../../../test/support/spot.ts';
import { spotModule } from '../../module.ts';
import { findRequest } from '../../store/requests.ts';
import { askBack } from './let-through.ts';

const house = await testHouse([spotModule({ files: testFiles(), publicUrl: 'http://localhost:4000' })]);
const place = await makeNeighborhood(house.db, 0);
const web = house.as(actorOf({ id: place.residentId }));
const one = new Story(place);

describe('a coordinator’s question', () => {
  test('is answered in the card that asks it, and the request is theirs again at once', async () => {
    const id = await one.submitted();
    const asked = await one.act(async (tx) => {
      const done = await askBack(tx, one.on(id, 'coordinator'));
      await askInWords(tx, one, id);
      return done;
    });
    accepted(asked);
    await web.get('/spot/requests');
    expect(await hasRead(id)).toBe(false);
    const page = await web.get(`/spot/requests/${id}`);
    expect(await hasRead(id)).toBe(true);
    expect(page.text).toContain('A question from a coordinator');
    expect(page.text).not.toContain('What is next');
    const empty = await web.post(`/spot/requests/${id}/answer`, { answerWords: '' });
    expect(empty.refusals).toEqual({ answerWords: 'Please write your answer.' });
    const answer = await web.post(`/spot/requests/${id}/answer`, { answerWords: 'The blue letter.' });
    expect(answer.flash).toBe('Thank you. A coordinator will read your answer and go on with your request.');
    expect((await findRequest(house.db, id))?.state).toBe('submitted');
    expect((await web.get(`/spot/requests/${id}`)).text).not.toContain('A question from a coordinator');
    expect((await writersIn(id)).toSorted()).toEqual([place.coordinatorId, place.residentId].toSorted());
    expect((await web.post(`/spot/requests/${id}/answer`, { answerWords: 'Again.' })).status).toBe(422);
    expect(await writersIn(id)).toHaveLength(2);
  });

  async function hasRead(id: string): Promise<boolean> {
    const row = await house.db
      .selectFrom('conversations.participants as p')
      .innerJoin('conversations.threads as t', 't.id', 'p.thread_id')
      .select('p.read_at')
      .where('t.subject_id', '=', id)
      .where('p.person_id', '=', place.residentId)
      .executeTakeFirstOrThrow();
    return row.read_at !== null;
  }

  /** Who wrote in the conversation about it, the first first. */
  async function writersIn(id: string): Promise<string[]> {
    const rows = await house.db
      .selectFrom('conversations.messages as m')
      .innerJoin('conversations.threads as t', 't.id', 'm.thread_id')
      .select('m.author_id')
      .where('t.subject_id', '=', id)
      .orderBy('m.sent_at')
      .orderBy('m.id')
      .execute();
    return rows.map(({ author_id }) => author_id);
  }
});
