import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { checkEasyJapanese } from '../../src/japanese/easy.ts';
import { stripFurigana } from '../../src/japanese/furigana.ts';
import { checkWording } from './wording.ts';

/** The catalogs of one folder `messages/`: resident catalogs in all languages, staff catalogs in two. */
export interface CatalogFolder {
  readonly path: string;
  /** `ja`, `en`, `staff.ja` … → key → message. */
  readonly files: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** The code that may use the keys: everything below the folder that `messages/` stands in. */
  readonly code: string;
  /** Codes of refusals anywhere in the house: whoever shows a form words the refusals of all that it calls. */
  readonly refusals: ReadonlySet<string>;
}

export const RESIDENT = ['en', 'ja', 'ja-easy', 'zh-Hans'];
export const STAFF = ['staff.en', 'staff.ja'];

/** Every folder `messages` below `src`. */
export function readCatalogs(root: string): CatalogFolder[] {
  const entries = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory() && entry.name === 'messages');
  const everything = codeBelow(join(root, 'src'));
  const refusals = new Set(
    [...everything.matchAll(/(?:refuse\(\s*|code: |codeOfUndoing: |return )'([a-z_]+)'/g)].map(
      ([, code = '']) => code,
    ),
  );
  return folders.map((entry) => {
    const folder = join(entry.parentPath, entry.name);
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
    const files = names.map(
      (name) => [name.slice(0, -5), JSON.parse(readFileSync(join(folder, name), 'utf8'))] as const,
    );
    return {
      path: relative(root, folder),
      files: new Map(files),
      code: codeBelow(dirname(folder)),
      refusals,
    };
  });
}

function codeBelow(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

/** Missing languages and keys, messages that are no ICU, placeholders that differ, keys that nobody uses. */
export function checkCatalogs(folder: CatalogFolder): string[] {
  const names = [...folder.files.keys()].sort();
  const groups = [RESIDENT, STAFF].filter((group) => group.some((name) => names.includes(name)));
  // The engine's reasons are words for staff and stand in files without the prefix.
  const expected = folder.path.startsWith('src/matching') ? [['en', 'ja']] : groups;
  const strangers = names
    .filter((name) => !expected.flat().includes(name))
    .map((name) => `${folder.path}/${name}.json: no language of ours`);
  return [...strangers, ...expected.flatMap((group) => checkGroup(folder, group))];
}

function checkGroup(folder: CatalogFolder, group: readonly string[]): string[] {
  const missing = group
    .filter((name) => !folder.files.has(name))
    .map((name) => `${folder.path}/${name}.json is missing`);
  const catalogs = group.flatMap((name) => {
    const catalog = folder.files.get(name);
    return catalog ? [{ name, catalog }] : [];
  });
  const keys = [...new Set(catalogs.flatMap(({ catalog }) => Object.keys(catalog)))];
  return [
    ...missing,
    ...keys.flatMap((key) =>
      catalogs.flatMap(({ name, catalog }) =>
        checkMessage({ folder, name, catalog, key, first: catalogs[0]?.catalog ?? {} }),
      ),
    ),
    ...keys.filter((key) => !isUsed(key, folder)).map((key) => `${folder.path}: nobody uses ${key}`),
  ];
}

interface Place {
  readonly folder: CatalogFolder;
  readonly name: string;
  readonly catalog: Readonly<Record<string, string>>;
  readonly key: string;
  readonly first: Readonly<Record<string, string>>;
}

function checkMessage({ folder, name, catalog, key, first }: Place): string[] {
  const at = `${folder.path}/${name}.json: ${key}`;
  const message = catalog[key];
  if (message === undefined) return [`${at} is missing`];
  if (message.trim() === '') return [`${at} is empty`];
  try {
    const own = placeholders(message);
    const others = placeholders(first[key] ?? message);
    if (own.join() !== others.join()) return [`${at} has the placeholders {${own}}, not {${others}}`];
  } catch (problem) {
    return [`${at} is no ICU message: ${String(problem)}`];
  }
  return checkWords(name, message).map((finding) => `${at} ${finding}`);
}

/** What is not as we write it in words for readers of a catalog, as sentences; empty when it is as it should be. */
export function checkWords(catalog: string, words: string): string[] {
  const wording = checkWording(catalog, words);
  if (catalog !== 'ja-easy')
    return words.includes('《') ? [...wording, 'has furigana outside ja-easy'] : wording;
  return [...wording, ...checkEasy(words)];
}

/** What is not Easy Japanese in a message, whichever way it turns out. */
function checkEasy(message: string): string[] {
  const branches = everyBranch(message);
  if (!branches) return [`more than ${MOST_BRANCHES} ways to say it`];
  const findings = branches.flatMap((text) =>
    checkEasyJapanese(text).flatMap(({ rule, level, params }) => {
      if ('add' in params)
        return [
          `${params['base']}《${params['reading']}》 is new: add it to src/japanese/data/easy-readings.json if right`,
        ];
      return level === 'refused' ? [`${rule} ${JSON.stringify(params)} in "${stripFurigana(text)}"`] : [];
    }),
  );
  return [...new Set(findings)];
}

/** One piece of a parsed message: 0 literal, 7 the # of a plural, others placeholders of some kind. */
interface Element {
  readonly type: number;
  readonly value?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Element[] }>>;
  readonly children?: readonly Element[];
}

const parse = IntlMessageFormat.__parse as unknown as (message: string) => readonly Element[];

function placeholders(message: string): string[] {
  const names = new Set<string>();
  const visit = (elements: readonly Element[]): void => {
    for (const element of elements) {
      if (element.type !== 0 && element.type !== 7 && element.value) names.add(element.value);
      for (const option of Object.values(element.options ?? {})) visit(option.value);
      visit(element.children ?? []);
    }
  };
  visit(parse(message));
  return [...names].sort();
}

/** More than any message of ours has; one that has more is cut into several messages. */
const MOST_BRANCHES = 200;

/**
 * What the checker of Easy Japanese reads: the message once in each way that its plurals and selects can turn out,
 * placeholders as they are; null when there are more ways than anybody reads.
 */
export function everyBranch(message: string): string[] | null {
  const say = (elements: readonly Element[]): string[] =>
    elements.reduce<string[]>(
      (said, element) => {
        const ways = sayElement(element);
        // One more than allowed is enough to know that there are too many.
        return said.flatMap((before) => ways.map((way) => before + way)).slice(0, MOST_BRANCHES + 1);
      },
      [''],
    );
  const sayElement = ({ type, value = '', options, children }: Element): string[] => {
    if (type === 0) return [value];
    if (options) return [...new Set(Object.values(options).flatMap((option) => say(option.value)))];
    if (children) return say(children);
    return [`{${value || 'count'}}`];
  };
  const ways = say(parse(message));
  return ways.length > MOST_BRANCHES ? null : ways;
}

/** A key is used when code names it, or builds it from a template such as `category_${category}`. */
function isUsed(key: string, { path, code, refusals }: CatalogFolder): boolean {
  // The engine's reasons are said by those who call it; its own tests see that each code has its sentence.
  if (path.startsWith('src/matching')) return true;
  if (refusals.has(key)) return true;
  // A sentence without its kind does not compile (`platform/news.ts`).
  if (key.startsWith('news_')) return true;
  // A word of personal data without its rule is found by test/routes/data-map.test.ts, one of an act by told.test.ts.
  if (/^src\/(modules|kits)\/[\w-]+\/messages$/.test(path) && /^(kept|after|law|data|record|area)_/.test(key))
    return true;
  if (code.includes(`'${key}'`) || code.includes(`\`${key}\``)) return true;
  // A form of the kit says the label of `birthYear` by `birth_year`.
  if (code.includes('defineForm(') && code.includes(`('${camel(key)}'`)) return true;
  return templatesIn(code).some((pattern) => pattern.test(key));
}

const camel = (key: string) => key.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

const templates = new Map<string, RegExp[]>();

function templatesIn(code: string): RegExp[] {
  const known = templates.get(code);
  if (known) return known;
  const found = [...code.matchAll(/`([a-z0-9_]*\$\{[^`]*)`/g)].map(([, template = '']) => {
    const pattern = template.replace(/\$\{[^}]*\}/g, '[a-z0-9_]+');
    return /^[a-z0-9_[\]+-]+$/.test(pattern) &&
      /[a-z]{2}_|_[a-z]{2}/.test(pattern.replaceAll('[a-z0-9_]+', ''))
      ? new RegExp(`^${pattern}$`)
      : /^\b$/;
  });
  templates.set(code, found);
  return found;
}
