import { isTest, roomOf } from './directions.ts';
import { type AstNode, type Source, type Violation, walk } from './source.ts';

/** Where human language lives in code for a reason: the language rooms themselves, and invented people. */
const LANGUAGE_ROOMS = new Set(['japanese', 'matching', 'demonstration']);
const LANGUAGE_FILES = /^src\/platform\/(languages|settings)\/|\/demonstration(\/[\w-]+)?\.ts$/;

/** What a person reads stands in a catalog: no Japanese or Chinese in code, no words between tags. */
export function checkHumanWords(sources: readonly Source[]): Violation[] {
  return sources.flatMap((source) => {
    const room = roomOf(source.path);
    if (room === null || isTest(source.path) || LANGUAGE_ROOMS.has(room) || LANGUAGE_FILES.test(source.path))
      return [];
    return [...walk(source.program)].flatMap((node) => checkNode(source, node));
  });
}

function checkNode(source: Source, node: AstNode): Violation[] {
  const text = textOf(node);
  if (text === null) return [];
  const line = source.text.slice(0, node.start).split('\n').length;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) {
    return [
      {
        rule: 'words',
        path: source.path,
        says: `line ${line}: move "${text.trim().slice(0, 30)}" to messages/`,
      },
    ];
  }
  if (node.type === 'JSXText' && /\p{Letter}{3}/u.test(text)) {
    return [
      {
        rule: 'words',
        path: source.path,
        says: `line ${line}: move "${text.trim().slice(0, 30)}" to messages/`,
      },
    ];
  }
  return [];
}

function textOf(node: AstNode): string | null {
  if (node.type === 'JSXText' || (node.type === 'Literal' && typeof node['value'] === 'string'))
    return String(node['value']);
  if (node.type === 'TemplateElement') return String((node['value'] as { raw?: string }).raw ?? '');
  return null;
}
