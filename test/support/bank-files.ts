import iconv from 'iconv-lite';

/** One line of a bank's file as a test wants it; what it leaves out is blank. */
export interface MadeLine {
  /** YYMMDD in the era. */
  readonly day: string;
  readonly valueDay?: string;
  readonly amount: number;
  readonly name: string;
  readonly direction?: 'in' | 'out';
  readonly canceled?: boolean;
  readonly reference?: string;
  readonly payerCode?: string;
  readonly edi?: string;
  readonly text?: string;
}

/** `B2` is layout B with its amount in the second field. */
export type MadeLayout = '01A' | '01B' | '01B2' | '03';

const left = (text: string, width: number) => text.padEnd(width).slice(0, width);
const right = (value: string | number, width: number) => String(value).padStart(width, '0');
const sumOf = (lines: readonly MadeLine[]) => lines.reduce((sum, { amount }) => sum + amount, 0);

export function madeHeader(layout: MadeLayout, changes: { number?: string; deposit?: string } = {}): string {
  const [kind, zeros, width] = layout === '03' ? ['03', '000', 10] : ['01', '', 7];
  const number = right(changes.number ?? '1234567', width);
  const account = `0001${left('ﾐｽﾞﾎ', 15)}123${left('ｼﾝｼﾞﾕｸ', 15)}${zeros}${changes.deposit ?? '1'}${number}`;
  const balance = layout === '03' ? `11${right(50_000, 14)}` : '';
  return left(`1${kind}0081130081101081130${account}${left('ﾄｸﾋ)ｵﾄﾅﾘ', 40)}${balance}`, 200);
}

export function madeData(layout: MadeLayout, line: MadeLine): string {
  const { day, valueDay = '', amount, name, canceled, reference = '', payerCode = '', edi = '' } = line;
  const days = `${day}${left(valueDay, 6)}`;
  const payer = `${left(payerCode, 10)}${left(name, 48)}${left('ﾐﾂﾋﾞｼ', 15)}${left('ﾅｶﾉ', 15)}`;
  if (layout === '03') {
    const moved = `${line.direction === 'out' ? 2 : 1}11${right(amount, 12)}${right(0, 12)}${' '.repeat(20)}123`;
    return left(
      `2${left(reference, 8)}${days}${moved}${payer}${left(line.text ?? '', 20)}${left(edi, 20)}`,
      200,
    );
  }
  const [first, second] = layout === '01B2' ? [0, amount] : [amount, 0];
  const behind = layout === '01A' ? '' : `${right(second, 12)}${right(0, 12)}`;
  const amounts = `${right(first, 10)}${right(0, 10)}`;
  return left(
    `2${left(reference, 6)}${days}${amounts}${payer}${canceled ? 1 : 0}${behind}${left(edi, 20)}`,
    200,
  );
}

export function madeTrailer(layout: MadeLayout, lines: readonly MadeLine[]): string {
  if (layout === '03') {
    const [ins, outs] = (['in', 'out'] as const).map((direction) =>
      lines.filter((line) => (line.direction ?? 'in') === direction),
    );
    const of = (some: readonly MadeLine[] = []) => `${right(some.length, 6)}${right(sumOf(some), 13)}`;
    return left(`8${of(ins)}${of(outs)}1${right(50_000, 14)}${right(lines.length, 7)}`, 200);
  }
  const [plain, canceled] = [lines.filter((line) => !line.canceled), lines.filter((line) => line.canceled)];
  const of = (some: readonly MadeLine[]) => `${right(some.length, 6)}${right(sumOf(some), 12)}`;
  return left(`8${of(plain)}${of(canceled)}`, 200);
}

export function madeEnd(
  layout: MadeLayout,
  { records, accounts = 1 }: { records: number; accounts?: number },
): string {
  return left(layout === '03' ? `9${right(records, 10)}${right(accounts, 5)}` : '9', 200);
}

/** The records of one account's file, to be broken by whoever wants to. */
export function madeRecords(layout: MadeLayout, lines: readonly MadeLine[]): string[] {
  const data = lines.map((line) => madeData(layout, line));
  return [
    madeHeader(layout),
    ...data,
    madeTrailer(layout, lines),
    madeEnd(layout, { records: data.length + 3 }),
  ];
}

/** Records as a bank sends them. @param lineEnd after each, the last as well */
export function inBytes(records: readonly string[], lineEnd = '\r\n'): Uint8Array {
  return iconv.encode(records.map((record) => record + lineEnd).join(''), 'cp932');
}
