import type { Selectable } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import type { ClassesPresenceEntries } from '../../../../platform/database/generated.ts';
import type { HandoverCode } from '../door/rules/code-words.ts';
import type { DoorEntry } from '../door/rules/presence.ts';
import type { Press } from '../door/rules/press.ts';

/** The log of a day, in the order in which it has come. */
export async function listEntries(db: Database, sessionId: string): Promise<DoorEntry[]> {
  const rows = await db
    .selectFrom('classes.presence_entries')
    .selectAll()
    .where('session_id', '=', sessionId)
    .orderBy('id')
    .execute();
  return rows.map(toEntry);
}

/** What a device has in the log of a day already. */
export async function listOfDevice(db: Database, sessionId: string, device: string): Promise<DoorEntry[]> {
  const rows = await db
    .selectFrom('classes.presence_entries')
    .selectAll()
    .where('session_id', '=', sessionId)
    .where('device', '=', device)
    .execute();
  return rows.map(toEntry);
}

export interface Heard {
  readonly sessionId: string;
  readonly heardAt: Temporal.Instant;
}

/** Adds to the log what is not in it yet. @returns those which are new */
export async function insertEntries(
  tx: Tx,
  entries: readonly (DoorEntry & { readonly listAt: Temporal.Instant | null })[],
  { sessionId, heardAt }: Heard,
): Promise<DoorEntry[]> {
  if (entries.length === 0) return [];
  const rows = await tx
    .insertInto('classes.presence_entries')
    .values(
      entries.map((entry) => ({
        ...toColumns(entry.press),
        ...{ session_id: sessionId, heard_at: heardAt, list_at: entry.listAt, match: entry.match },
        ...{ device: entry.device, seq: entry.seq, by_person: entry.byPersonId, pressed_at: entry.pressedAt },
      })),
    )
    .onConflict((conflict) => conflict.constraint('presence_entries_once').doNothing())
    .returningAll()
    .execute();
  return rows.map(toEntry);
}

function toColumns(press: Press) {
  const none = { child_id: null, received_by: null, undoes_device: null, undoes_seq: null };
  if (press.act === 'undo')
    return { ...none, act: press.act, undoes_device: press.undoes.device, undoes_seq: press.undoes.seq };
  const child = { ...none, act: press.act, child_id: press.childId };
  return press.act === 'out' ? { ...child, received_by: press.receivedBy } : child;
}

function toEntry(row: Selectable<ClassesPresenceEntries>): DoorEntry {
  const { device, seq, match, by_person: byPersonId, pressed_at: pressedAt } = row;
  return { device, seq, match, byPersonId, pressedAt, press: toPress(row) };
}

// What belongs to each act is there by the constraints of the table. The seal of a list has done its work when it was heard.
function toPress(row: Selectable<ClassesPresenceEntries>): Press {
  if (row.act === 'undo')
    return { act: 'undo', undoes: { device: row.undoes_device ?? '', seq: row.undoes_seq ?? 0 } };
  const childId = row.child_id ?? '';
  if (row.act === 'in') return { act: 'in', childId };
  const at = Math.floor((row.list_at?.epochMilliseconds ?? 0) / 1000);
  return { act: 'out', childId, receivedBy: row.received_by, list: { at, seal: '' } };
}

/** Who is expected on a day, and whoever was pressed although they are not; nobody is expected on a day that is off. */
export async function listChildIds(db: Database, sessionId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('classes.seats as s')
    .innerJoin('classes.sessions as d', 'd.id', 's.session_id')
    .select('s.child_id')
    .where('s.session_id', '=', sessionId)
    .where((is) =>
      is.or([
        is.and([is('s.state', '=', 'taken'), is('d.state', '<>', 'cancelled')]),
        is.exists(
          is
            .selectFrom('classes.presence_entries as p')
            .select('p.id')
            .whereRef('p.session_id', '=', 's.session_id')
            .whereRef('p.child_id', '=', 's.child_id'),
        ),
      ]),
    )
    .orderBy('s.child_id')
    .execute();
  return rows.map(({ child_id }) => child_id);
}

/** Which of these have or had a seat on a day, or wait for one: others are none of that day's. */
export async function listKnown(
  db: Database,
  sessionId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('classes.seats')
    .select('child_id')
    .where('session_id', '=', sessionId)
    .where('child_id', 'in', ids)
    .execute();
  return new Set(rows.map(({ child_id }) => child_id));
}

/** The code words of a day, by child. */
export async function listCodes(db: Database, sessionId: string): Promise<Map<string, HandoverCode>> {
  const rows = await db
    .selectFrom('classes.handover_codes')
    .selectAll()
    .where('session_id', '=', sessionId)
    .execute();
  return new Map(rows.map((row) => [row.child_id, { first: row.first_word, second: row.second_word }]));
}

/** When those were barred who are barred from these children, by bar. */
export async function listBarredAt(
  db: Database,
  childIds: readonly string[],
): Promise<Map<string, Temporal.Instant>> {
  if (childIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('classes.bars')
    .select(['id', 'barred_at'])
    .where('child_id', 'in', childIds)
    .execute();
  return new Map(rows.map(({ id, barred_at }) => [id, barred_at]));
}
