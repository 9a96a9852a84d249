import type { ZipEntry } from '../../../kits/papers/index.ts';
import { type AuditLine, listEntriesToldTo } from '../../../platform/audit/read.ts';
import type { Database } from '../../../platform/database/connect.ts';
import { type Files, listFilesOf, readFileById } from '../../../platform/files/files.ts';
import { STORE_AWAY, StoreAway } from '../../../platform/files/store/store.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { listMaps } from '../../../platform/personal-data-map.ts';
import { type OwnRows, readOwnRows } from '../../../platform/rights/own-data.ts';
import type { PeopleServices } from '../services.ts';
import type { Person } from '../types.ts';
import { toldActs } from './data-words.ts';

const ENTRIES_AT_ONCE = 1000;

/** All that is kept of somebody and theirs to have: rows by the maps, and what only a filter may give. */
export interface OwnData {
  readonly made_at: string;
  readonly own: readonly OwnRows[];
  /** What modules give beside rows, by its name. */
  readonly more: Readonly<Record<string, readonly object[]>>;
  readonly record: readonly {
    readonly at: string;
    readonly by_role: string;
    readonly action: string;
    readonly outcome: AuditLine['outcome'];
  }[];
}

/** Who looked at their record is told by role, not by name. */
export async function collectOwnData(
  db: Database,
  { id }: Person,
  { services, locale, now }: { services: PeopleServices; locale: Locale; now: Temporal.Instant },
): Promise<OwnData> {
  const { modules = [] } = services;
  const more = [];
  for (const { dataOf } of modules) if (dataOf) more.push(await dataOf(db, { id, locale }));
  const record = await listWholeRecord(db, id, toldActs(services));
  return {
    made_at: now.toString(),
    own: await readOwnRows(db, listMaps(modules), id),
    more: Object.assign({}, ...more),
    record: record.map(({ at, actorRole, action, outcome }) => ({
      at: at.toString(),
      by_role: actorRole,
      action,
      outcome,
    })),
  };
}

/** All of it, however many years it has. */
async function listWholeRecord(
  db: Database,
  personId: string,
  told: readonly string[],
): Promise<AuditLine[]> {
  const record: AuditLine[] = [];
  for (;;) {
    const part = await listEntriesToldTo(db, personId, {
      told,
      before: record.at(-1)?.id,
      limit: ENTRIES_AT_ONCE,
    });
    record.push(...part);
    if (part.length < ENTRIES_AT_ONCE) return record;
  }
}

/** What lies in the file: the page, the same for machines, then photo by photo. */
export async function* entriesOf(
  db: Database,
  personId: string,
  made: { page: string; data: OwnData; files: PeopleServices['files'] },
): AsyncGenerator<ZipEntry> {
  const { more, ...data } = made.data;
  const bytesOf = (text: string) => new TextEncoder().encode(text);
  yield { name: 'index.html', bytes: bytesOf(made.page) };
  yield { name: 'data.json', bytes: bytesOf(`${JSON.stringify({ ...data, ...more }, null, 2)}\n`) };
  if (!made.files) return;
  for (const { id } of await listFilesOf(db, personId)) {
    // A photo whose bytes are missing must not keep the rest from its owner.
    const file = await readFileById(db, made.files, id).catch(tellAway(made.files));
    if (file) yield { name: `photos/${id}.${file.mediaType.split('/')[1]}`, bytes: file.bytes };
  }
}

/** The file is on its way by then: who runs the house learns that photos lack. */
function tellAway({ log }: Files): (problem: unknown) => null {
  return (problem) => {
    if (!(problem instanceof StoreAway)) throw problem;
    log.error({ problem: problem.message }, STORE_AWAY);
    return null;
  };
}
