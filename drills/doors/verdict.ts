import pg from 'pg';
import type { Sent } from '../fire/presses.ts';
import type { Attempt } from './world.ts';

/** What the database holds of the doors, against what the phones have logged. */
export interface Verdict {
  /** Presses of logs that were acknowledged, and are not there. */
  readonly lost: number;
  /** Hand-overs among them. */
  readonly lostHandOvers: number;
  readonly twice: number;
  /** Presses that say something else than the phone has logged, or that no phone has logged. */
  readonly changed: number;
  /** Children who are here, gone or not come otherwise than all logs laid beside each other say. */
  readonly standing: number;
  /** Hand-overs to somebody who was not on the list and of which the desk was not told once. */
  readonly untold: number;
  readonly unanswered: number;
  readonly strange: number;
  readonly entries: number;
  readonly handOvers: number;
  readonly undone: number;
  readonly unlisted: number;
}

interface Row {
  readonly id: string;
  readonly session: string;
  readonly key: string;
  readonly says: string;
  readonly child: string | null;
  readonly act: string;
  readonly undoes: string | null;
  readonly match: string | null;
}

const SELECT = `select id, session_id::text as session, device || ' ' || seq as key, act::text, match::text,
  child_id::text as child, case when act = 'undo' then undoes_device || ' ' || undoes_seq end as undoes,
  concat_ws(' ', by_person, act, child_id, received_by, undoes_device, undoes_seq) as says
  from classes.presence_entries order by id`;

/** What a phone has logged, in the same form, written down here a second time. */
function loggedRows({ sessionId, device, personId, presses }: Attempt): Omit<Row, 'id' | 'match'>[] {
  return presses.map(({ seq, press }) => {
    const key = `${device} ${seq}`;
    const by = `${personId} ${press.act}`;
    if (press.act === 'undo') {
      const undoes = `${press.undoes.device} ${press.undoes.seq}`;
      return { session: sessionId, key, act: 'undo', child: null, undoes, says: `${by} ${undoes}` };
    }
    const to = press.act === 'out' && press.receivedBy ? ` ${press.receivedBy}` : '';
    const says = `${by} ${press.childId}${to}`;
    return { session: sessionId, key, act: press.act, child: press.childId, undoes: null, says };
  });
}

/** Who is gone and who has come, a line a child. */
function standings(rows: readonly Pick<Row, 'session' | 'key' | 'act' | 'child' | 'undoes'>[]): Set<string> {
  const undone = new Set(rows.flatMap(({ session, undoes }) => (undoes ? [`${session} ${undoes}`] : [])));
  const stands = rows.filter(({ session, key, child }) => child && !undone.has(`${session} ${key}`));
  return new Set(stands.map(({ session, child, act }) => `${session} ${child} ${act}`));
}

/** Compares the logs of all phones with the log of the house, by statements that share nothing with the product. */
export async function judge(ownerUrl: string, sent: ReadonlyMap<Attempt, Sent>): Promise<Verdict> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Row>(SELECT);
    const events = await client.query<{ count: string }>(
      `select count(*) from platform.events where type = 'classes.child.handed_over_unlisted'`,
    );
    const logged = new Map([...sent.keys()].flatMap(loggedRows).map((row) => [row.key, row]));
    const acknowledged = [...sent].flatMap(([attempt, { answer }]) =>
      answer === 'yes' ? loggedRows(attempt) : [],
    );
    const there = Map.groupBy(rows, ({ key }) => key);
    const missing = new Map(acknowledged.filter(({ key }) => !there.has(key)).map((row) => [row.key, row]));
    const [should, is] = [standings([...logged.values()]), standings(rows)];
    const count = (fits: (row: Row) => boolean) => rows.filter(fits).length;
    const unlisted = count(({ act, match }) => act === 'out' && match !== 'listed');
    const answered = (answer: Sent['answer']) =>
      [...sent.values()].filter((one) => one.answer === answer).length;
    return {
      lost: missing.size,
      lostHandOvers: [...missing.values()].filter(({ act }) => act === 'out').length,
      twice: rows.length - there.size,
      changed: count(({ key, says }) => logged.get(key)?.says !== says),
      standing: should.symmetricDifference(is).size,
      untold: Math.abs(unlisted - Number(events.rows[0]?.count)),
      unanswered: answered('none'),
      strange: answered('strange') + answered('no'),
      entries: rows.length,
      handOvers: count(({ act }) => act === 'out'),
      undone: rows.length - count(({ act }) => act !== 'undo'),
      unlisted,
    };
  } finally {
    await client.end();
  }
}

/** The sentences that say what is wrong; none when the promise holds. */
export function faultsOf(verdict: Verdict): string[] {
  const says: readonly (readonly [number, string])[] = [
    [verdict.lost, 'presses were acknowledged and are not there'],
    [verdict.lostHandOvers, 'of them are hand-overs'],
    [verdict.twice, 'presses are written twice'],
    [verdict.changed, 'presses say something else than the phone that logged them'],
    [verdict.standing, 'times a child is here or gone otherwise than the phones say together'],
    [verdict.untold, 'hand-overs outside the list were told nobody, or twice'],
    [verdict.unanswered, 'parts of logs were never answered'],
    [verdict.strange, 'parts of logs were refused'],
    [verdict.handOvers === 0 ? 1 : 0, 'drill without a hand-over proves nothing'],
    [verdict.unlisted === 0 ? 1 : 0, 'drill without a hand-over outside the list proves nothing'],
    [verdict.undone === 0 ? 1 : 0, 'drill in which nothing is taken back proves nothing'],
  ];
  return says.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}.`);
}
