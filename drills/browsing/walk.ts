import { whyClosed } from '../../src/kits/slots/index.ts';
import { spotSetting } from '../../src/modules/spot/index.ts';
import { until } from '../../test/support/until.ts';
import type { Hand } from './hand.ts';

const WORDS = 'I got a letter about health insurance. Can somebody come with me?';
const MESSAGE = 'My husband will come along.';

/** The running product, in a demonstration. */
interface House {
  /** `http://localhost:PORT`. */
  readonly address: string;
  /** Takes it away, as a tunnel takes the network away. */
  leave(): Promise<void>;
}

/** Whether something lies over the button that sends, which nobody may walk through. */
export type Way = 'open' | 'covered';

/**
 * Goes the main path from the home page to help now without a connection.
 * @returns what each step was, when it has held
 * @throws with what was found instead of what a step promises
 */
export async function* walk(hand: Hand, house: House, way: Way): AsyncGenerator<string> {
  await hand.go(`${house.address}/en`);
  await chooseLanguage(hand, 'English', '简体中文', '/zh-Hans');
  await chooseLanguage(hand, '简体中文', 'English', '/en');
  yield 'language';
  await signIn(hand, house, 'Sita');
  yield 'sign-in';
  await hand.go(`${house.address}/en`);
  await hand.press('main a', 'Ask for help');
  await fillIn(hand);
  await hand.see('Nothing has been sent yet');
  if (way === 'covered') await hand.ask(COVER);
  await hand.press('main button', 'Send it');
  await hand.see(/^\/en\/spot\/requests\/[0-9a-f-]{36} .*A coordinator will read it/);
  const path = await hand.ask<string>('return location.pathname');
  yield 'asked';
  await hand.back();
  await hand.see(/^\/en\/spot\/requests(?!\/[0-9a-f-]{36}) .*sent/);
  const shown = await hand.text();
  if (/Nothing has been sent yet|Send it/.test(shown)) throw new Error(`Back offers to send again: ${shown}`);
  yield 'back';
  await letThrough(hand, house, path);
  yield 'let through';
  await signIn(hand, house, 'Sita');
  await hand.go(house.address + path);
  await hand.press('main a, main button', 'Write to the coordinators');
  await hand.type('words', MESSAGE);
  await hand.press('main form button', 'Send');
  await hand.see(new RegExp(`^/en/conversations/.*${MESSAGE}`));
  yield 'message';
  await offline(hand, house);
  yield 'offline';
}

/** Something that lies over everything, as a banner of another layer would. */
const COVER = `const over = document.body.appendChild(document.createElement('div'));
  over.id = 'sabotage';
  over.style.cssText = 'position:fixed;inset:0;z-index:99';
  return null;`;

async function chooseLanguage(hand: Hand, now: string, wanted: string, path: string): Promise<void> {
  await hand.press('header summary', now);
  await hand.press('header a[hreflang]', wanted);
  await hand.see(new RegExp(`^${path} `));
}

/** Signs in with one press, in the place of whoever was signed in before. */
async function signIn(hand: Hand, { address }: House, name: string): Promise<void> {
  await hand.go(`${address}/en/sign-in`);
  await hand.press('form[action$="/demonstration/sign-in"] button', name);
  const isElsewhere = () => hand.ask<boolean>('return !/sign-in|signed-in/.test(location.pathname)');
  await until(() => isElsewhere().catch(() => false), 20).catch(async () => {
    throw new Error(`${name} is not signed in: ${(await hand.text()).slice(0, 300)}`);
  });
}

async function fillIn(hand: Hand): Promise<void> {
  await hand.choose('category', 'admin');
  await hand.type('ownWords', WORDS);
  await hand.choose('neededTasks', 'speak');
  await goOn(hand, 'what', 'meeting');
  await hand.choose('durationMinutes', '60');
  await hand.choose('times.0.date', openDay());
  await hand.choose('times.0.start', '10:00');
  await hand.choose('placeKind', 'online');
  await hand.press('main button', 'Check my answers');
}

async function goOn(hand: Hand, from: string, to: string): Promise<void> {
  await hand.press(`#${from} [data-step-next]`);
  const script = `return [...document.querySelectorAll('[data-step]')].filter((one) => one.checkVisibility()).map((one) => one.id).join()`;
  let shown = '';
  const isThere = async () => {
    shown = await hand.ask<string>(script).catch(() => '');
    return shown === to;
  };
  await until(isThere, 20).catch(() => {
    throw new Error(`after the step "${from}" there is "${shown}", not "${to}"`);
  });
}

function openDay(): string {
  const settings = spotSetting.value;
  let day = Temporal.Now.plainDateISO(settings.timeZone).add({ days: 10 });
  while (whyClosed(day, settings) !== null) day = day.add({ days: 1 });
  return String(day);
}

async function letThrough(hand: Hand, house: House, path: string): Promise<void> {
  await signIn(hand, house, 'Morales');
  await hand.go(`${house.address}/en/desk${path.replace(/^\/en\/spot/, '')}`);
  // Without Japanese beside the words it is asked once more.
  await hand.press('main summary', 'Open it to volunteers');
  await hand.press('form[action$="/opening"] button');
  await hand.see('It is open.');
}

/** What was kept for a time without connection is shown by the browser alone. */
async function offline(hand: Hand, house: House): Promise<void> {
  await hand.go(`${house.address}/en/help-now`);
  await hand.see('119');
  const isKept = () =>
    hand.ask<boolean>('return Boolean(navigator.serviceWorker?.controller)').catch(() => false);
  await until(isKept, 20).catch(() => {
    throw new Error('no service worker keeps help now');
  });
  await house.leave();
  await hand.go(`${house.address}/en/help-now`);
  await hand.see('119');
}
