import { stripFurigana } from '../../src/japanese/furigana.ts';
import { type CatalogFolder, everyBranch } from './catalogs.ts';

/** What people say or type, and words that are talked about: quoted, though no label of ours. */
const SPOKEN = new Set([
  ...['火事です', '救急です', '事件です', '事故です', 'Kaji desu', 'Kyūkyū desu', 'Jiken desu', 'Jiko desu'],
  ...[
    'はい',
    'できない',
    'いいです',
    'いいですか',
    'だいじょうぶです',
    'おかしい',
    'ありがとう',
    '14:30',
    'https://',
  ],
  ...['お金が ほしい', 'これを 買って', '会に 入って', 'これを 買って ください', '宗教の 会に 来て ください'],
  ...[
    'この 人を 選挙で 選んで ください',
    '迷惑メール',
    'パスワード',
    '密码',
    '法テラス',
    'くらしの 相談',
    '生活咨询',
  ],
]);
/** Shorter than this, words stand in many sentences by chance. */
const LEAST_OF_A_SENTENCE = 6;
const QUOTED = /「([^」{}]+)」|“([^”{}]+)”/gu;

interface Message {
  readonly language: string;
  readonly at: string;
  readonly text: string;
}

function messagesOf(folders: readonly CatalogFolder[]): Message[] {
  return folders.flatMap(({ path, files }) =>
    [...files].flatMap(([name, catalog]) =>
      Object.entries(catalog).flatMap(([key, message]) =>
        (everyBranch(message) ?? [message]).map((branch) => ({
          language: name.replace('staff.', ''),
          at: `${path}/${name}.json: ${key}`,
          text: stripFurigana(branch).trim(),
        })),
      ),
    ),
  );
}

/** Labels that a message quotes and no other message of its language says as it is written. */
export function checkQuotes(folders: readonly CatalogFolder[]): string[] {
  const byLanguage = Map.groupBy(messagesOf(folders), ({ language }) => language);
  const faults = [...byLanguage.values()].flatMap((messages) => {
    const labels = new Set(messages.map(({ text }) => text));
    return messages.flatMap(({ at, text }) =>
      [...text.matchAll(QUOTED)]
        .map(([, corners = '', marks = '']) => (corners || marks).trim())
        .filter((quoted) => !SPOKEN.has(quoted) && !labels.has(quoted.replace(/[.,。]$/u, '')))
        .filter(
          (quoted) =>
            quoted.length < LEAST_OF_A_SENTENCE ||
            !messages.some((other) => other.at !== at && other.text.includes(quoted)),
        )
        .map((quoted) => `${at} quotes “${quoted}”, which stands nowhere`),
    );
  });
  return [...new Set(faults)];
}
