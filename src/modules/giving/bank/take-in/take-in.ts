import { signedYen } from '../../../../kits/bank-files/index.ts';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { waitLonger } from '../../../../platform/database/transaction.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import { bookAll } from '../../ledger/book.ts';
import type { By } from '../../types.ts';
import { type Hashes, hashesWith } from '../hashes.ts';
import { lockAccount } from '../store/accounts.ts';
import { lockImport, markTakenIn } from '../store/imports.ts';
import { findDayOfOtherSource, insertLines, listAlike } from '../store/keep.ts';
import type { KeptAccount, KeptImport } from '../types.ts';
import { type Compared, compare, hashed, kindOf } from './compare.ts';
import { bookingOf, type Kept } from './kept.ts';
import { readImport, type Told } from './read.ts';
import { settle } from './settle.ts';

/** What came of a file. */
export interface TakenIn {
  readonly newLines: number;
  readonly doubtful: number;
  readonly matched: number;
}

/**
 * Takes a file in, all of it or nothing: new lines are kept, money in and what takes it back is booked as unexplained, and
 * what is certain is explained at once. Taken in a second time, nothing is new. Refuses what `readImport` refuses, and a
 * file that tells of days of which a file of another kind has told: their lines can't be compared.
 */
export async function takeIn(
  tx: Tx,
  { importId, by }: { readonly importId: string; readonly by: By },
): Promise<Outcome<TakenIn>> {
  const file = await lockImport(tx, importId);
  if (!file) return refuse('bank_file_is_unknown');
  // Of a large file, thousands of rows go by one statement, and all of them are checked when it is committed.
  await waitLonger(tx);
  const read = await readImport(tx, file);
  if (!read.ok) return read;
  const sums = { newLines: 0, doubtful: 0, matched: 0 };
  for (const told of read.value) {
    const account = await lockAccount(tx, told.account, by.now);
    const isComparable = await checkSource(tx, { file, account, told });
    if (!isComparable.ok) return isComparable;
    const kept = await keepNew(tx, { file, account, told, by });
    sums.newLines += kept.length;
    sums.doubtful += kept.filter(({ state }) => state === 'doubtful').length;
    sums.matched += await settle(tx, kept, by);
  }
  await markTakenIn(tx, importId, { newLines: sums.newLines, by });
  return accept(sums);
}

interface Taking {
  readonly file: KeptImport;
  readonly account: KeptAccount;
  readonly told: Told;
}

/** A bank names and numbers the same movement otherwise in a file of another kind. */
export async function checkSource(db: Database, { file, account, told }: Taking): Promise<Outcome<null>> {
  const days = told.lines.map(({ day }) => day).sort(Temporal.PlainDate.compare);
  const [from, to] = [days[0], days.at(-1)];
  if (!from || !to) return accept(null);
  const { id: accountId } = account;
  const day = await findDayOfOtherSource(db, { accountId, source: file.source, from, to });
  return day ? refuse('bank_source_is_another', { day: day.toString() }) : accept(null);
}

async function keepNew(tx: Tx, { file, account, told, by }: Taking & { readonly by: By }): Promise<Kept[]> {
  const hashes = hashesWith(account.hashKey);
  const lines = hashed(told.lines, hashes);
  const alike = await listAlike(
    tx,
    lines.map(({ likenessHash }) => likenessHash),
  );
  const found = compare(lines, alike, hashes).filter(({ is }) => is !== 'known');
  const kept = found.map((one) => toKept(one, { file, account, hashes }));
  const booked = kept.filter(({ state }) => state === 'unexplained');
  const ids = await bookAll(
    tx,
    booked.map((line) => bookingOf(line, by)),
  );
  const idOf = new Map(booked.map(({ id }, at) => [id, ids[at] ?? null]));
  const withBooking = kept.map((line) => ({ ...line, transactionId: idOf.get(line.id) ?? null }));
  await insertLines(tx, withBooking, by.now);
  return withBooking;
}

function toKept(
  { line, is, keyHash, likenessHash }: Compared,
  of: { readonly file: KeptImport; readonly account: KeptAccount; readonly hashes: Hashes },
): Kept {
  const kind = kindOf(line);
  return {
    id: crypto.randomUUID(),
    accountId: of.account.id,
    importId: of.file.id,
    kind,
    state: is === 'doubtful' ? 'doubtful' : kind === 'out' ? 'out' : 'unexplained',
    day: line.day,
    amount: signedYen(line),
    balance: line.balanceJpy,
    keyHash,
    likenessHash,
    payer: line.name,
    payerHash: of.hashes.ofPayer(line.name),
    details: [line.reference, line.text, line.edi].filter((part) => part !== '').join(' '),
    transactionId: null,
    cancelsHash: line.cancels === null ? null : of.hashes.of(line.cancels),
  };
}
