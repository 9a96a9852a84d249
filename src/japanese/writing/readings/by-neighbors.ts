import type { Token } from '../tagger/token.ts';
import type { Trust } from './piece.ts';

/** A word with what stands before and after it; spaces between phrases are no words. */
export interface Among {
  readonly token: Token;
  readonly before: Token | undefined;
  readonly beforeThat: Token | undefined;
  readonly after: Token | undefined;
}

type Read = { readonly reading: string; readonly trust: Trust };
const sure = (reading: string): Read => ({ reading, trust: 'sure' });
const look = (reading: string): Read => ({ reading, trust: 'look' });

const SIDE =
  /^(?:左|右|上|下|前|後ろ|奥|東|西|南|北|近く|こちら|そちら|あちら|どちら|よい|いい|良い|早い|多い|少ない|た|る)$/u;
const SIDED = /(?:左|右|上|下|前|後ろ|奥|東|西|南|北|近く|側)$/u;
const NAN = /^(?:で|です|でし|でも|の|と|か|だ|だっ|なら|って)$/u;
const NATION = /(?:国|語|外|系|本|米|英|仏|独|印|島|ジン|[ァ-ヴー])$/u;

/** Words that are read by what stands beside them, where the dictionary looks too little at it. */
const BY_NEIGHBORS: Readonly<Record<string, (among: Among) => Read | null>> = {
  方: ({ before, beforeThat, after }) => {
    if (before?.surface === 'の') return SIDED.test(beforeThat?.surface ?? '') ? sure('ほう') : look('かた');
    if (before === undefined) return look('かた');
    if (before.kind === '動詞' && before.form === '連用形') return sure('かた');
    if (SIDE.test(before.surface) && after?.surface === 'が') return look('ほう');
    return sure('かた');
  },
  何: ({ after }) => (after && NAN.test(after.surface) ? sure('なん') : sure('なに')),
  人: ({ token, before }) => {
    if (token.detail !== '接尾' && !isClose(token, before)) return sure('ひと');
    return before && NATION.test(before.surface) ? sure('じん') : null;
  },
  日: ({ token, before }) => (isClose(token, before) ? null : sure('ひ')),
  年: ({ token, before, after }) => (after?.detail === '数' && !isClose(token, before) ? sure('ねん') : null),
  月: ({ token, before }) => (isClose(token, before) ? null : look('つき')),
  時: ({ token, before }) => (isClose(token, before) ? null : sure('とき')),
  間: ({ token, before }) => (isClose(token, before) && before?.kind === '名詞' ? null : sure('あいだ')),
  後: ({ token, before, after }) => {
    if (before?.surface === 'の' || before?.surface === 'た') return sure('あと');
    if (after?.surface === 'で' || after?.surface === 'から')
      return isClose(token, before) && before?.kind === '名詞' ? sure('ご') : sure('あと');
    return before?.kind === '名詞' && isClose(token, before) ? sure('ご') : look('あと');
  },
  中: ({ token, before }) => {
    if (!isClose(token, before) || before?.kind !== '名詞') return sure('なか');
    return /^(?:日|年|月|世界|日本|町|街|国|夜|朝|家|体|今日|明日|今月|今年|今週)$/u.test(before.surface)
      ? sure('じゅう')
      : sure('ちゅう');
  },
  家: ({ token, before }) => (token.detail === '接尾' && isClose(token, before) ? sure('か') : look('いえ')),
  所: ({ token, before }) => (isClose(token, before) && before?.kind === '名詞' ? null : sure('ところ')),
  物: ({ token, before }) => (isClose(token, before) && before?.kind === '名詞' ? null : sure('もの')),
  上: ({ token, before }) => (isClose(token, before) && before?.kind === '名詞' ? null : sure('うえ')),
  下: ({ token, before }) => (isClose(token, before) && before?.kind === '名詞' ? null : sure('した')),
  行: ({ token }) => (token.kind === '名詞' ? sure('ぎょう') : null),
  語: ({ token, before }) => (isClose(token, before) && before?.kind === '名詞' ? null : sure('ご')),
  版: ({ token, before }) => sure(isClose(token, before) && before?.kind === '名詞' ? 'ばん' : 'はん'),
  値: ({ token, before }) => sure(isClose(token, before) && before?.kind === '名詞' ? 'ち' : 'あたい'),
  今: ({ after }) => (/^(?:年度|学期|期)$/u.test(after?.surface ?? '') ? null : sure('いま')),
  声: ({ token, before }) => (isClose(token, before) && before?.surface === '今日' ? sure('こえ') : null),
  来る: () => sure('くる'),
  既に: () => sure('すでに'),
  他: () => sure('ほか'),
  私: () => sure('わたし'),
  明日: () => sure('あした'),
  今日: () => sure('きょう'),
  昨日: () => sure('きのう'),
  日本: () => sure('にほん'),
  一日: () => look('いちにち'),
  行っ: ({ before }) => (before?.surface === 'を' ? sure('おこなっ') : sure('いっ')),
  開い: ({ before }) => (before?.surface === 'を' ? look('ひらい') : look('あい')),
  開く: ({ before }) => (before?.surface === 'を' ? look('ひらく') : look('あく')),
};

const isClose = (token: Token, before: Token | undefined): boolean =>
  before !== undefined && before.to === token.from;

/** Words with more than one common reading: right more often than not, and to be looked at. */
const SEVERAL = new Set(
  '人気 市場 生 辛い 辛く 工場 空い 空き 十分 止め 止める 表 角 声 身 金 大家 一月 二月 分 通り 入れ 額 主 外 内 米 市 代 後々 何分 上手 最中 今日中'.split(
    ' ',
  ),
);

/** The reading of a word where it stands; null where the dictionary's is taken. */
export function readByNeighbors(among: Among): Read | null {
  const { surface, reading } = among.token;
  const found = Object.hasOwn(BY_NEIGHBORS, surface) ? BY_NEIGHBORS[surface]?.(among) : null;
  if (found) return found;
  return SEVERAL.has(surface) && reading ? look(reading) : null;
}
