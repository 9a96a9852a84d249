import { readFileSync, writeFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { examplePage, type Say } from '../src/matching/example/page.ts';
import messages from '../src/matching/messages/en.json' with { type: 'json' };

const readme = new URL('../src/matching/README.md', import.meta.url);
const begins = '<!-- made by npm run simulate -- matching-example --write -->';
const ends = '<!-- end of the example -->';

/** Prints the worked example of the matching engine; `--write` puts it into the engine's README. */
export async function run(args: readonly string[]): Promise<boolean> {
  const page = writeExample();
  if (args.includes('--write')) writeFileSync(readme, readmeWith(page));
  else console.log(page);
  console.log(JSON.stringify({ simulate: 'matching-example', ok: readmeWith(page) === readReadme() }));
  return readmeWith(page) === readReadme();
}

/** Writes the example in English. */
export function writeExample(): string {
  return examplePage(say);
}

/** Returns the README as it should be with this page in it. */
export function readmeWith(page: string): string {
  const text = readReadme();
  const [before, after] = [text.slice(0, text.indexOf(begins)), text.slice(text.indexOf(ends))];
  return `${before}${begins}\n\n${page}\n\n${after}`;
}

/** Reads the README as it is. */
export function readReadme(): string {
  return readFileSync(readme, 'utf8');
}

const languageNames = new Intl.DisplayNames('en', { type: 'language' });
const list = new Intl.ListFormat('en');

/** Says a reason in English: codes in its params become words, lists become one text. */
const say: Say = (code, params) => {
  const words = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, wordsFor(name, value, params)]),
  );
  return String(new IntlMessageFormat(messageOf(code), 'en').format(words));
};

function wordsFor(name: string, value: string | number | readonly string[], params: Parameters<Say>[1]) {
  if (name === 'language') return languageNames.of(String(value)) ?? value;
  if (typeof value === 'string' || typeof value === 'number') return value;
  return list.format(value.map((item) => itemFor(name, item, params)));
}

function itemFor(name: string, item: string, params: Parameters<Say>[1]): string {
  if (name === 'languages') return languageNames.of(item) ?? item;
  if (name === 'days') return say('day', { day: item });
  if (name === 'purposes') return say(`purpose.${item}`, {});
  if (name !== 'conditions') return item;
  const { conditions, ...rest } = params;
  return say(`condition.${item}`, rest);
}

function messageOf(code: string): string {
  const message = Object.entries(messages).find(([key]) => key === code)?.[1];
  if (message === undefined) throw new Error(`There is no message for ${code}.`);
  return message;
}
