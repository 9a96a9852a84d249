import type pg from 'pg';
import type { Cast } from './cast.ts';
import type { Door, Doors, Fields } from './doors.ts';

/** What people were told is done, to be found again in the database. */
export interface Acknowledged {
  readonly requests: string[];
  /** Offers to which somebody said yes. */
  readonly promises: string[];
  /** How many messages each wrote into a conversation: `<thread> <author>`. */
  readonly messages: Map<string, number>;
}

export interface Stage {
  readonly doors: Doors;
  readonly cast: Cast;
  /** A look at the database for ids and versions, which people read from their pages. */
  readonly pool: pg.Pool;
  readonly told: Acknowledged;
}

interface SignedIn {
  readonly id: string;
  readonly cookie: string;
  readonly signedInAt: Door;
}

const PAGES = {
  resident: ['/en/me', '/ja-easy/spot/requests', '/zh-Hans/help-now', '/en/spot/requests/new'],
  volunteer: ['/ja/me', '/ja/spot/offers', '/ja/spot/visits', '/en/conversations'],
  coordinator: ['/ja/desk', '/en/desk/visits', '/ja/people', '/ja/conversations'],
  administrator: ['/ja/settings', '/en/settings/watch'],
} as const;

/**
 * One need from beginning to end, each page and press at any of the processes that serve: a resident asks, a coordinator
 * lets it through and puts it to volunteers, one says yes, resident and coordinator write to each other.
 * @param count which story it is: no two ask for the same time
 */
export async function tellStory(stage: Stage, count: number): Promise<void> {
  const { doors, cast, pool, told } = stage;
  const resident = await signIn(stage, cast.residents[count % cast.residents.length] ?? '');
  const coordinator = await signIn(stage, doors.sample(cast.coordinators));
  const administrator = await signIn(stage, doors.sample(cast.administrators));
  if (!resident || !coordinator || !administrator) return;
  await readAll(doors, PAGES.resident, resident);
  const sent = await doors.press('/en/spot/requests', resident.cookie, need(cast, count));
  const requestId = /\/spot\/requests\/([0-9a-f-]{36})$/.exec(sent?.location ?? '')?.[1];
  if (!requestId) return;
  told.requests.push(requestId);
  for (const step of ['opening', 'waves']) {
    const version: Fields = [['version', await versionOf(pool, requestId)]];
    await doors.press(`/ja/desk/requests/${requestId}/${step}`, coordinator.cookie, version);
  }
  await sayYes(stage, requestId);
  await talk(stage, { requestId, resident, coordinator });
  await readAll(doors, [`/en/spot/requests/${requestId}`], resident);
  await readAll(doors, [...PAGES.coordinator, `/ja/desk/requests/${requestId}`], coordinator);
  await readAll(doors, PAGES.administrator, administrator);
}

async function readAll(doors: Doors, paths: readonly string[], who: SignedIn): Promise<void> {
  for (const path of paths) await doors.read(path, who);
}

async function signIn({ doors }: Stage, personId: string): Promise<SignedIn | null> {
  const pressed = await doors.press('/en/demonstration/sign-in', '', [['person_id', personId]]);
  return pressed?.session ? { id: personId, cookie: pressed.session, signedInAt: pressed.door } : null;
}

function need({ times }: Cast, count: number): Fields {
  const [day = '', start = ''] = times[count % times.length] ?? [];
  return [
    ['category', 'admin'],
    ['ownWords', `I need help with form ${count} at the ward office.`],
    ['neededTasks', 'speak'],
    ['durationMinutes', '60'],
    ['times.0.date', day],
    ['times.0.start', start],
    ['placeKind', 'place'],
    ['place.municipality', '13107'],
    ['place.town', '吾妻橋一丁目'],
    ['talkLanguages', 'en'],
    ['genderWish', 'any'],
  ];
}

async function versionOf(pool: pg.Pool, requestId: string): Promise<string> {
  const { rows } = await pool.query('select version from spot.support_requests where id = $1', [requestId]);
  return String(rows[0]?.version);
}

/** Those who were asked look at their page, and say yes until one of them is the first. */
async function sayYes(stage: Stage, requestId: string): Promise<void> {
  const { doors, pool, told } = stage;
  const { rows } = await pool.query<{ id: string; volunteer_id: string; starts_at: string }>(
    `select o.id, o.volunteer_id, to_char(p.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as starts_at
     from spot.offers o join spot.possible_times p using (request_id) where o.request_id = $1 order by o.score`,
    [requestId],
  );
  for (const { id, volunteer_id: volunteerId, starts_at: startsAt } of rows) {
    const volunteer = await signIn(stage, volunteerId);
    if (!volunteer) return;
    await doors.read(doors.sample(PAGES.volunteer), volunteer);
    await doors.read(`/ja/spot/offers/${id}`, volunteer);
    const yes = await doors.press(`/ja/spot/offers/${id}/acceptance`, volunteer.cookie, [
      ['startsAt', startsAt],
      ['corrections', '0'],
    ]);
    if (!yes) continue;
    told.promises.push(id);
    return readAll(doors, [...PAGES.volunteer, `/ja/spot/visits/${requestId}`], volunteer);
  }
}

interface Talking {
  readonly requestId: string;
  readonly resident: SignedIn;
  readonly coordinator: SignedIn;
}

async function talk(stage: Stage, { requestId, resident, coordinator }: Talking): Promise<void> {
  const { doors } = stage;
  const words: Fields = [['words', 'What shall I bring?']];
  const path = `/en/spot/requests/${requestId}/conversation`;
  const first = await doors.press(path, resident.cookie, words);
  const thread = /\/conversations\/([0-9a-f-]{36})$/.exec(first?.location ?? '')?.[1];
  if (!thread) return;
  wrote(stage, thread, resident.id);
  for (const writer of [coordinator, resident]) {
    await doors.read(`/en/conversations/${thread}`, writer);
    const written = await doors.press(`/en/conversations/${thread}/messages`, writer.cookie, words);
    if (written) wrote(stage, thread, writer.id);
  }
}

function wrote({ told }: Stage, thread: string, author: string): void {
  const key = `${thread} ${author}`;
  told.messages.set(key, (told.messages.get(key) ?? 0) + 1);
}
