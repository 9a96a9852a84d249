import { until } from '../../test/support/until.ts';
import type { Tab } from './tab.ts';

/** Where something is in the window, or why it can't be pressed. */
type Spot = { readonly x: number; readonly y: number } | { readonly missing: string };

/** Looks for the first of some elements that is shown and says so, and for its middle, which nothing may lie over. */
const FIND = `
  const shown = [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility({ visibilityProperty: true }));
  const bare = (one) => { const copy = one.cloneNode(true); copy.querySelectorAll('rt, rp').forEach((r) => r.remove()); return copy.textContent; };
  const at = shown.find((one) => bare(one).includes(words));
  if (!at) return { missing: 'is not there' };
  at.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = at.getClientRects()[0] ?? at.getBoundingClientRect();
  const [x, y] = [Math.round(left + width / 2), Math.round(top + height / 2)];
  const over = document.elementFromPoint(x, y);
  const isAt = over && (at.contains(over) || over.closest('label')?.control === at);
  if (!isAt) return { missing: 'lies under ' + (over?.outerHTML ?? 'nothing').slice(0, 80) };
  return { x, y };`;

const IS_CHOSEN = `return [...document.getElementsByName(name)].some((one) => one.value === value && one.checked);`;

/** Sets a field or a list. @returns whether it has the value now, which a choice that is to be pressed has not */
const SET = `
  const [one] = document.getElementsByName(name);
  if (one.matches('[type="radio"], [type="checkbox"]')) { ${IS_CHOSEN} }
  one.value = value;
  for (const kind of ['input', 'change']) one.dispatchEvent(new Event(kind, { bubbles: true }));
  return one.value === value;`;

/** Does in a browser what a person does with a pointer and keys, and sees what they see. */
export class Hand {
  readonly #tab: Tab;

  constructor(tab: Tab) {
    this.#tab = tab;
  }

  async go(address: string): Promise<void> {
    await this.#tab.go(address);
  }

  async back(): Promise<void> {
    await this.#tab.back();
  }

  /** Presses what is there or comes soon. @throws when it does not come, or something lies over it */
  async press(selector: string, words = ''): Promise<void> {
    const { x, y } = await this.#find(selector, words);
    const move = { type: 'pointerMove', x, y, duration: 0 };
    const click = [
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    await this.#tab.act([{ type: 'pointer', id: 'hand', actions: [move, ...click] }]);
  }

  /** Presses a field and types into it. */
  async type(field: string, words: string): Promise<void> {
    await this.press(`[name="${field}"]`);
    const actions = [...words].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.#tab.act([{ type: 'key', id: 'keys', actions }]);
  }

  /** Chooses a value: presses a choice; dates and lists are set, since each browser opens a picker of its own. */
  async choose(field: string, value: string): Promise<void> {
    const given = `const [name, value] = ${JSON.stringify([field, value])};`;
    const ask = (script: string) => this.#tab.ask<boolean>(given + script).catch(() => false);
    const isThere = () => ask(`return document.getElementsByName(name).length > 0`);
    await until(isThere, 20).catch(async () => {
      throw await this.#nothing(`"${field}" is not there`);
    });
    if (await ask(SET)) return;
    await this.press(`[name="${field}"][value="${value}"]`);
    await until(() => ask(IS_CHOSEN), 10).catch(() => {
      throw new Error(`"${field}" does not take "${value}"`);
    });
  }

  /** Waits until the page says some words, readings left out. @throws with what it says instead */
  async see(words: string | RegExp): Promise<void> {
    const wanted = typeof words === 'string' ? words : words.source;
    const isThere = async () => {
      const text = await this.text();
      return typeof words === 'string' ? text.includes(words) : words.test(text);
    };
    await until(isThere, 20).catch(async () => {
      throw await this.#nothing(`"${wanted}" is not said`);
    });
  }

  /** What the page says now. */
  async text(): Promise<string> {
    const script = `const copy = document.querySelector('main')?.cloneNode(true);
      copy?.querySelectorAll('rt, rp').forEach((one) => one.remove());
      return location.pathname + ' ' + (copy?.textContent ?? '').replaceAll(/\\s+/g, ' ');`;
    return this.#tab.ask<string>(script).catch(() => '');
  }

  async ask<T>(script: string): Promise<T> {
    return this.#tab.ask<T>(script);
  }

  /** What to say of something that did not come: the page says what is there instead. */
  async #nothing(what: string): Promise<Error> {
    return new Error(`${what}, on: ${(await this.text()).slice(0, 300)}`);
  }

  async #find(selector: string, words: string): Promise<{ x: number; y: number }> {
    const given = `const [selector, words] = ${JSON.stringify([selector, words])};`;
    const nowhere: Spot = { missing: 'is not there' };
    let spot: Spot = nowhere;
    const standsStill = async () => {
      const before = JSON.stringify(spot);
      spot = await this.#tab.ask<Spot>(given + FIND).catch(() => nowhere);
      return 'x' in spot && JSON.stringify(spot) === before;
    };
    await until(standsStill, 20).catch(() => {});
    if ('missing' in spot)
      throw await this.#nothing(`"${words || selector}" ${(spot as { missing: string }).missing}`);
    return spot;
  }
}
