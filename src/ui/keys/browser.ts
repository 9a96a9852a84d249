// Keys for whoever works through lists all day; loaded by compact pages alone. Every page works without this file.
const ROW = '.work-row, .data-table tbody tr';
const TYPED_IN = 'input, textarea, select, [contenteditable]';
const OFF = 'keys-off';

const all = (of: string) => [...document.querySelectorAll<HTMLElement>(of)];
/** What is focused of a row: its act, or else the first of it that can be pressed and is not folded away. */
const actOf = (row: Element) =>
  [':is(.work-act, [data-act]) :is(a, button)', 'a, button, summary']
    .flatMap((of) => [...row.querySelectorAll<HTMLElement>(of)])
    .find((one) => one.checkVisibility());
/** Those in sight: not behind a press that is closed. */
const rows = () => all(ROW).filter((row) => row.offsetParent && actOf(row));

/** Letters and signs may be switched off (WCAG 2.2, 2.1.4); what is switched is kept in this browser. */
const isOff = () => localStorage.getItem(OFF) !== null;

function step(by: 1 | -1, from: Element | null | undefined): void {
  const list = rows();
  const at = from ? list.indexOf(from as HTMLElement) + by : by > 0 ? 0 : list.length - 1;
  const row = list[at];
  if (!row) return;
  actOf(row)?.focus();
  row.scrollIntoView({ block: 'nearest' });
}

document.addEventListener('keydown', (event) => {
  const { key, target } = event;
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
  const at = target as Element;
  const row = at.closest(ROW);
  // Whoever types, or is in a menu or anywhere else that has keys of its own, is left alone.
  if (at.matches(TYPED_IN) || !(row || at === document.body || at.id === 'main')) return;
  const search = document.querySelector<HTMLElement>('main [type="search"]');
  const act = {
    ArrowDown: row && (() => step(1, row)),
    ArrowUp: row && (() => step(-1, row)),
    ...(!isOff() && {
      j: () => step(1, row),
      k: () => step(-1, row),
      '/': search && (() => search.focus()),
      '?': () => document.getElementById('keys')?.showPopover(),
    }),
  }[key];
  if (!act) return;
  event.preventDefault();
  act();
});

for (const help of all('[data-keys]')) help.hidden = false;
const isOn = document.querySelector<HTMLInputElement>('#keys [type="checkbox"]');
if (isOn) {
  isOn.checked = !isOff();
  isOn.addEventListener('change', () =>
    isOn.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, ''),
  );
}
