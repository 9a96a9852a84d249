import { type Log, linesIn } from './log.ts';

type Known = ReturnType<typeof knownOf>;

const all = (of: Element, what: string) => [...of.querySelectorAll<HTMLElement>(what)];
const parts = (of: HTMLElement, name: string) => of.dataset[name]?.split('|').filter(Boolean) ?? [];

/** What this browser has pressed, by its keys, and every press that it or the server knows to be taken back. */
export function knownOf(door: HTMLElement, { device, lines }: Log) {
  const own = lines.flatMap(([seq, , press, state]) =>
    state === 'refused' ? [] : [[`${device} ${seq}`, press] as const],
  );
  const undone = own.flatMap(([, press]) => (press.startsWith('undo ') ? press.slice(5) : []));
  return { own, undone: new Set([...parts(door, 'undone'), ...undone]) };
}

/** Which presses of one of a party stand: the server's and ours. */
export function standing(form: HTMLElement, { own, undone }: Known): string[] {
  const ours = own.flatMap(([key, press]) => (press === form.dataset['place'] ? key : []));
  return [...new Set([...parts(form, 'stands'), ...ours])].filter((key) => !undone.has(key));
}

/** Draws on the page of the server what this browser knows beside. Changes only what is otherwise. */
export function show(door: HTMLElement, log: Log): void {
  const known = knownOf(door, log);
  for (const form of all(door, '[data-place]')) {
    const isHere = standing(form, known).length > 0;
    const button = form.querySelector('button');
    set(button, 'aria-pressed', `${isHere}`);
    set(button, 'data-kind', isHere ? 'main' : 'quiet');
  }
  for (const form of all(door, '[data-all]'))
    form.toggleAttribute(
      'hidden',
      all(form.closest('li') as Element, '[data-place] [aria-pressed="false"]').length < 2,
    );
  for (const row of all(door, '[data-walk-in]'))
    row.toggleAttribute('hidden', known.undone.has(row.dataset['walkIn'] ?? ''));
  const counts = countOf(door, known);
  for (const figure of all(door, '[data-count-of]'))
    say(figure, `${counts.filter((kind) => kind === figure.dataset['countOf']).length}`);
  for (const figure of all(door, '[data-rows-with]')) {
    const { rowsWith = '', rowsWithout = '' } = figure.dataset;
    const rows = all(door, '.door-row').filter((row) => isOn(row, rowsWith) && !isOn(row, rowsWithout));
    say(figure, `${rows.length}`);
  }
  for (const state of ['waits', 'refused'] as const) {
    const count = linesIn(log, state).length;
    for (const note of all(door, `[data-${state}]`)) {
      note.toggleAttribute('hidden', count === 0);
      say(note, note.dataset[state]?.replace('{count}', `${count}`) ?? '');
    }
  }
  find(door);
}

/** Whether a press of a kind stands in a row: of a class, somebody is here who came and is not gone. */
const isOn = (row: HTMLElement, kind: string) =>
  row.querySelector(`[data-kinds="${kind}"] [aria-pressed="true"]`) !== null;

/** Each who is here, as what they count. */
function countOf(door: HTMLElement, known: Known): string[] {
  const walkIns = new Map(
    all(door, '[data-walk-in]').map((row) => [row.dataset['walkIn'], parts(row, 'count')]),
  );
  for (const [key, press] of known.own)
    if (press.startsWith('walk_in ')) walkIns.set(key, press.split(' ').slice(1, 3));
  const came = [...walkIns].flatMap(([key = '', [adults, children]]) =>
    known.undone.has(key) ? [] : [...of('adult', adults), ...of('child', children)],
  );
  const here = all(door, '[data-place]').filter((form) => standing(form, known).length > 0);
  return [...here.flatMap((form) => parts(form, 'kinds')), ...came];
}

const of = (kind: string, count = '0') => Array<string[]>(Number(count)).fill([kind, 'everybody']).flat();

/** Shows the rows that hold what is looked for, folded as the server folds the names in them. */
export function find(door: HTMLElement): void {
  const typed = fold(door.querySelector<HTMLInputElement>('[type="search"]')?.value ?? '');
  for (const row of all(door, '[data-find]'))
    row.toggleAttribute('hidden', !row.dataset['find']?.includes(typed));
}

function fold(typed: string): string {
  const plain = typed
    .normalize('NFKD')
    .replace(/[\p{Mn}--[\u3099\u309a]]/gv, '')
    .normalize('NFKC');
  return plain
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0x60))
    .replace(/[\s\p{Pd}'’・=]/gu, '');
}

function set(element: Element | null, attribute: string, value: string): void {
  if (element?.getAttribute(attribute) !== value) element?.setAttribute(attribute, value);
}

function say(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
