// The door of an event or a class without the network; loaded by its page alone. What is pressed is kept in this browser and sent when
// it can be; every press works without this file as long as there is a network.
import { addPresses, forgetOthers, linesIn, markSent, readLog } from './log.ts';
import { find, knownOf, show, standing } from './shown.ts';

const AGAIN_MS = 15_000;
const MOST_AT_ONCE = 100;

const door = document.querySelector<HTMLElement>('[data-door]');
if (door) keepDoor(door);

function keepDoor(door: HTMLElement): void {
  const key = () => door.querySelector<HTMLInputElement>('[name="idempotency_key"]')?.value ?? '';
  // Whose presses they are stands behind the key of the page's forms, and for whoever is there by a link beside the event:
  // nobody sends another's.
  const name = `door ${door.dataset['door']} ${key().split('.')[1]}`;
  const draw = () => show(door, readLog(name));
  const note = (of: 'away' | 'not-taken' | 'plain') => door.querySelector(`[data-${of}]`);
  let isSending = false;

  /** Sends what waits, in parts. What has come already would be known by its number. */
  async function send(): Promise<void> {
    const log = readLog(name);
    const part = linesIn(log, 'waits').slice(0, MOST_AT_ONCE);
    if (isSending || part.length === 0) return void note('away')?.toggleAttribute('hidden', navigator.onLine);
    isSending = true;
    const body = new URLSearchParams({ idempotency_key: key(), device: log.device });
    for (const [seq, at, press] of part) body.append('press', `${seq} ${at} ${press}`);
    const sent = { method: 'POST', body, redirect: 'manual' } as const;
    const answer = await fetch(door.dataset['log'] ?? '', sent).catch(() => null);
    const told = answer?.ok && ((await answer.json().catch(() => null)) as { refused: number[] } | null);
    isSending = false;
    note('away')?.toggleAttribute('hidden', answer !== null);
    note('not-taken')?.toggleAttribute('hidden', answer === null || Boolean(told));
    if (!told) return;
    markSent(readLog(name), part, told.refused);
    draw();
    return send();
  }

  document.addEventListener('submit', (event) => {
    const presses = pressesOf(event.target as HTMLFormElement, knownOf(door, readLog(name)));
    if (!presses) return;
    event.preventDefault();
    addPresses(readLog(name), presses);
    draw();
    void send();
  });
  // The second press of a double one is none: it would take back what the first has said.
  door.addEventListener('click', (event) => event.detail > 1 && event.preventDefault(), true);
  door.addEventListener('input', () => find(door));
  for (const change of ['online', 'offline', 'storage'])
    addEventListener(change, () => void send().then(draw));
  setInterval(send, AGAIN_MS);
  // The page is brought up to date from elsewhere; what only this browser knows is drawn on it again.
  new MutationObserver(draw).observe(door, { childList: true, subtree: true, attributes: true });
  forgetOthers(name);
  note('plain')?.toggleAttribute('hidden', true);
  draw();
  void send();
}

/** What a form of the door presses; nothing where it is only looked for somebody; null for what the server answers. */
function pressesOf(form: HTMLFormElement, known: Parameters<typeof standing>[1]): string[] | null {
  const { place } = form.dataset;
  const data = new FormData(form);
  const [adults, children, language, name, press] = ['adults', 'children', 'language', 'name', 'press'].map(
    (field) => `${data.get(field) ?? ''}`.trim(),
  );
  if (form.closest('[data-door]') && form.method === 'get') return [];
  if (place) {
    const stands = standing(form, known);
    return stands.length > 0 ? stands.map((key) => `undo ${key}`) : [place];
  }
  if (form.closest('[data-walk-in]')) return [press ?? ''];
  if (form.matches('[data-all]'))
    return [...(form.closest('li')?.querySelectorAll<HTMLElement>('[data-place]') ?? [])].flatMap((one) =>
      standing(one, known).length > 0 ? [] : (one.dataset['place'] ?? ''),
    );
  if (form.id !== 'walk-ins' || Number(adults) + Number(children) === 0) return null;
  form.reset();
  return [`walk_in ${adults} ${children} ${language || '-'} ${name}`.trim()];
}
