import type { Token } from '../tagger/token.ts';
import type { Reading } from './place.ts';

const BEGINS = new Set(['名詞', '動詞', '形容詞', '副詞', '接続詞', '連体詞', '接頭詞', '感動詞']);
/** Written close to what stands before them although the dictionary calls them words. */
const CLOSE = /^(?:の|ん|よう|さん|さま|様|ちゃん|くん)$/u;

/** Whether a phrase begins with this word, so that a space stands before it. */
function beginsPhrase(token: Token, before: Token | undefined): boolean {
  if (!before || !BEGINS.has(token.kind) || token.detail === '接尾') return false;
  if (before.kind === '接頭詞' || before.kind === '記号' || before.detail.startsWith('括弧')) return false;
  if (token.kind === '名詞') {
    if (token.detail === '非自立' && CLOSE.test(token.surface)) return false;
    return before.kind !== '名詞' || (before.detail === '副詞可能' && token.detail !== '数')
      ? before.kind !== '名詞'
      : false;
  }
  if (token.kind === '動詞') {
    const isDone = /^(?:する|できる|出来る|いたす|致す|なさる)$/u.test(token.base) && before.kind === '名詞';
    return (
      !isDone &&
      !(
        before.kind === '動詞' &&
        before.form === '連用形' &&
        token.detail === '非自立' &&
        !/^(?:て|で)$/u.test(before.surface)
      )
    );
  }
  return true;
}

/** Where phrases begin that stand right behind others, in units of `compact`. */
export function phraseStarts({ tokens }: Reading): number[] {
  return tokens.filter((token, at) => beginsPhrase(token, tokens[at - 1])).map(({ from }) => from);
}
