import table from '../../data/easy-proposals.json' with { type: 'json' };
import type { Token } from '../tagger/token.ts';
import { type Edit, type Reading, tokenFrom } from './place.ts';
import { conjugate, stemOf } from './verbs.ts';

const VERBS: Readonly<Record<string, readonly string[]>> = table.verbs;

/** A word of the text may be called as what every object has. */
const stemsOf = (word: string): readonly string[] | undefined =>
  Object.hasOwn(VERBS, word) ? VERBS[word] : undefined;

/** What is said in the place of polite words that hold nothing else. The longest that fits is taken. */
const PLAIN: readonly (readonly [found: RegExp, put: string])[] = [
  [/^させていただいております/u, 'して います'],
  [/^させていただきます/u, 'します'],
  [/^お願い(?:いたします|致します|申し上げます)/u, 'お願いします'],
  [/^ご注意(?:を)?(?:お願い(?:し|いたし)ます|ください)/u, '気を つけて ください'],
  [/^ご(?:了承|理解)(?:を)?(?:お願い(?:し|いたし)ます|ください)/u, 'わかって ください'],
  [/^ご協力(?:を)?(?:お願い(?:し|いたし)ます|ください)/u, '手伝って ください'],
  [/^お越しください/u, '来て ください'],
  [/^お越しになる/u, '来る'],
  [/^ご来(?:場|所|庁|館|店)ください/u, '来て ください'],
  [/^ご覧ください|^ごらんください/u, '見て ください'],
  [/^ご覧に/u, '見'],
  [/^ご遠慮ください/u, 'しないで ください'],
  [/^ご不明な点/u, 'わからない こと'],
  [/^いただけますか/u, 'くれますか'],
  [/^いただいた/u, 'もらった'],
  [/^(?:いただき|頂き)ますようお願い(?:いたします|申し上げます)/u, 'ください'],
  [/^くださいますようお願い(?:いたします|申し上げます)/u, 'ください'],
  [/^(?:いただ|頂)きます/u, 'もらいます'],
  [/^(?:いただ|頂)く/u, 'もらう'],
  [/^(?:いただ|頂)け/u, 'もらえ'],
  [/^(?:申し上げ|もうしあげ)/u, '言い'],
  [/^(?:いたし|致し)/u, 'し'],
  [/^致す/u, 'する'],
  [/^ございま/u, 'ありま'],
  [/^ております/u, 'て います'],
  [/^ておりません/u, 'て いません'],
  [/^くださいませ/u, 'ください'],
  [/^いらっしゃいます/u, 'います'],
  [/^いらっしゃる/u, 'いる'],
  [/^いらっしゃっ/u, '来'],
  [/^おっしゃい/u, '言い'],
  [/^おっしゃっ/u, '言っ'],
  [/^おっしゃる/u, '言う'],
  [/^なさいます/u, 'します'],
  [/^なさって/u, 'して'],
  [/^なさる/u, 'する'],
  [/^伺い|^うかがい/u, '行き'],
  [/^拝見し/u, '見'],
  [/^拝見/u, '見る こと'],
  [/^承り/u, '聞き'],
  [/^存じます/u, '思います'],
];

/** Plain words for what raises the reader or lowers the writer, from where it was found. */
export function plainerWords(reading: Reading, from: number): Edit[] {
  const { compact } = reading.text;
  const rest = compact.slice(from, from + 40);
  // でございます is です: no thing is there.
  if (/^ございます/u.test(rest) && compact[from - 1] === 'で')
    return [{ from: from - 1, to: from + 'ございます'.length, put: 'です' }];
  const received = receives(reading, from, rest);
  if (received.length > 0) return received;
  for (const [found, put] of PLAIN) {
    const match = found.exec(rest);
    if (match) return [{ from, to: from + match[0].length, put }];
  }
  return [...becomes(reading, from, rest), ...pleaseDo(reading, from, rest)];
}

/** お待ちください is 待って ください, ご記入ください is 書いて ください. */
function pleaseDo(reading: Reading, from: number, rest: string): Edit[] {
  const match = /^([おご御])([^、。\n]{1,8}?)(?:を)?(ください(?:ませ)?)/u.exec(rest);
  if (!match) return [];
  const [whole, , body = ''] = match;
  const stems = stemsOf(body) ?? [
    body.endsWith('し') || !/^\p{Script=Han}{2}$/u.test(body)
      ? stemWithin(reading, from + 1, body)
      : `${body}し`,
  ];
  return stems.map((stem) => ({
    from,
    to: from + whole.length,
    put: `${conjugate({ stem }, 'te')} ください`,
  }));
}

/** ご利用になります is 使います. */
function becomes(reading: Reading, from: number, rest: string): Edit[] {
  const match = /^([おご御])([^、。\n]{1,8}?)にな(り|る|っ)/u.exec(rest);
  if (!match) return [];
  const [whole, , body = '', ending] = match;
  const stems = stemsOf(body) ?? [
    /^\p{Script=Han}{2}$/u.test(body) ? `${body}し` : stemWithin(reading, from + 1, body),
  ];
  const form = ending === 'り' ? 'masu' : ending === 'る' ? 'plain' : 'te';
  return stems.map((stem) => ({
    from,
    to: from + whole.length,
    put: conjugate({ stem }, form)
      .replace(/[てで]$/u, (end) => (form === 'te' ? (end === 'て' ? 'っ' : 'ん') : end))
      .replace(/っっ$/u, 'っ'),
  }));
}

const RECEIVED: Readonly<Record<string, readonly [form: 'te' | 'can', more: string]>> = {
  け: ['can', ''],
  き: ['te', ' もらい'],
  い: ['te', ' もらっ'],
  く: ['te', ' もらう'],
};

/** ご利用いただけます is 使えます, 締め切らせていただきます is 締め切ります. */
function receives(reading: Reading, from: number, rest: string): Edit[] {
  const [whole, ending = ''] = /^(?:いただ|頂)([けきいく])/u.exec(rest) ?? [];
  const { tokens, text } = reading;
  const at = tokens.findIndex((token) => token.to === from);
  const [verb, voice, joint] = [tokens[at - 2], tokens[at - 1], tokens[at]];
  if (!whole || !joint) return [];
  const isLetDo = joint.surface === 'て' && /^(?:せる|させる)$/u.test(voice?.base ?? '') && ending === 'き';
  if (isLetDo && verb) {
    const noun = tokens[at - 3];
    const isDone = verb.base === 'する' && noun?.kind === '名詞' && noun.to === verb.from;
    const start = isDone ? noun.from : verb.from;
    return [{ from: start, to: from + whole.length, put: isDone ? `${noun.surface}し` : stemOfToken(verb) }];
  }
  const polite = /[おご御]$/u.exec(text.compact.slice(0, joint.from));
  if (!polite) return [];
  const stems = stemsOf(joint.surface) ?? [
    /^\p{Script=Han}{2}$/u.test(joint.surface) ? `${joint.surface}し` : joint.surface,
  ];
  const [form, more] = RECEIVED[ending] ?? ['te', ''];
  return stems.map((stem) => ({
    from: joint.from - 1,
    to: from + whole.length,
    put: conjugate({ stem }, form) + more,
  }));
}

/** The stem of what stands between お and ください; a dictionary knows 待ち better than its letters do. */
function stemWithin(reading: Reading, from: number, body: string): string {
  const token = reading.tokens[tokenFrom(reading, from)];
  const isWhole = token?.kind === '動詞' && token.from === from && token.surface === body;
  return isWhole ? stemOfToken(token) : body;
}

/** The stem before ます of a verb in the text. */
export function stemOfToken(token: Token): string {
  return stemOf(token.base, token.way.startsWith('一段') ? 'one-row' : 'other');
}
