import type { Tx } from '../../../../platform/database/connect.ts';
import { lockUntilCommit } from '../../../../platform/database/lock.ts';
import { type Outcome, type Refusal, refuse } from '../../../../platform/refusal.ts';
import { BY_HAND } from '../../gifts/channels.ts';
import { enterGift } from '../../gifts/enter/enter.ts';
import type { Account, By, Channel } from '../../types.ts';
import { givingStaffMessages } from '../../words.ts';
import { bookByHand } from '../by-hand/book-by-hand.ts';
import { listBookedSources } from '../store/booked.ts';
import type { ImportLine } from './read.ts';
import { sourcesOf } from './sources.ts';

/** What a table is of: gifts that came by one way, or expenses. */
export type ImportKind = 'expense' | Channel;

export const IMPORT_KINDS = ['expense', ...BY_HAND] as const satisfies readonly ImportKind[];

const EXPENSES = ['program_costs', 'office_costs', 'payment_fees'] as const satisfies readonly Account[];

/** How many were booked, or why none may be. */
export type Booked =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/**
 * Books all lines of a table, in the caller's transaction, which a refusal must end: all or nothing. Lines that are booked
 * already are left out, whatever could be said against them by now. Tables are booked one after the other: of one that is sent
 * twice at once, the second finds all that the first has written.
 */
export async function bookLines(
  tx: Tx,
  lines: readonly ImportLine[],
  { kind, by }: { readonly kind: ImportKind; readonly by: By },
): Promise<Booked> {
  await lockUntilCommit(tx, 'giving import');
  const sources = sourcesOf(lines, kind);
  const there = await listBookedSources(tx, sources);
  let booked = 0;
  for (const [at, line] of lines.entries()) {
    const source = sources[at] ?? '';
    if (there.has(source)) continue;
    const writing = { source, by };
    const one =
      kind === 'expense' ? await spend(tx, line, writing) : await give(tx, line, { ...writing, kind });
    if (!one.ok) {
      const { code, params } = one.refusal;
      const where = { code: 'import_line_is_refused', params: { line: line.line } };
      return { ok: false, refusals: [where, { code, ...(params && { params }) }] };
    }
    if (one.value !== null) booked++;
  }
  return { ok: true, value: booked };
}

interface Writing {
  readonly source: string;
  readonly by: By;
}

/** From the bank account, for what its line says; program costs unless it says. */
async function spend(tx: Tx, line: ImportLine, writing: Writing): Promise<Outcome<string | null>> {
  const { day: occurredOn, amount, fund, memo, account } = line;
  const to = account === null ? 'program_costs' : EXPENSES.find((one) => namesOf(one).includes(account));
  if (!to) return refuse('account_is_not_of_this_kind');
  return bookByHand(tx, { kind: 'expense', occurredOn, amount, fund, from: 'bank', to, memo }, writing);
}

const namesOf = (account: Account): string[] => [
  account,
  ...(['ja', 'en'] as const).map((locale) => givingStaffMessages.in(locale).plain(`account_${account}`)),
];

function give(
  tx: Tx,
  line: ImportLine,
  { kind: channel, ...writing }: Writing & { readonly kind: Channel },
): Promise<Outcome<string | null>> {
  const { day: receivedOn, amount, fund, memo, name, email, campaign } = line;
  return enterGift(
    tx,
    {
      channel,
      amount,
      receivedOn,
      givenOn: null,
      fund,
      campaign,
      memo,
      isAnonymous: false,
      isOfNobody: name === null,
      name,
      email,
      kana: null,
      address: null,
      kind: 'person',
    },
    writing,
  );
}
