import table from '../../data/easy-proposals.json' with { type: 'json' };
import type { Token } from '../tagger/token.ts';
import { type Edit, type Reading, tokenFrom } from './place.ts';
import { stemOfToken } from './politeness.ts';
import { conjugate } from './verbs.ts';

const SAID: ReadonlySet<string> = new Set(Object.keys(table.said));

/** The verb that stands right before a place, by its index; -1 where something else does. */
function verbBefore({ tokens }: Reading, at: number): number {
  const index = tokens.findLastIndex(({ to }) => to <= at);
  return tokens[index]?.kind === '動詞' ? index : -1;
}

/** なければなりません after a verb: 出さなければなりません is 出して ください. */
export function insteadOfDuty(reading: Reading, from: number, found: string): Edit[] {
  const verb = reading.tokens[verbBefore(reading, from)];
  if (!verb || verb.to !== from) return [];
  return [
    {
      from: verb.from,
      to: from + found.length,
      put: `${conjugate({ stem: stemOfToken(verb) }, 'te')} ください`,
    },
  ];
}

/** 行かないわけではありません is 行く ことも あります. */
export function insteadOfTwoNos(reading: Reading, from: number, found: string): Edit[] {
  const verb = reading.tokens[verbBefore(reading, from)];
  if (!verb || verb.to !== from) return [];
  return [{ from: verb.from, to: from + found.length, put: `${verb.base} ことも あります` }];
}

/** Whether a verb stands in a voice that a dictionary knows as one: 書かれ, and not 忘れ. */
export function isInVoice(reading: Reading, from: number, to: number): boolean {
  return reading.tokens.some(
    (token) =>
      token.kind === '動詞' &&
      token.detail === '接尾' &&
      token.from < to &&
      token.to > from &&
      /^(?:れる|られる|せる|させる)$/u.test(token.base),
  );
}

/** 書かれています is 書いて あります, 使われます is 使います; who does it, only the writer knows. */
export function insteadOfPassive(reading: Reading, from: number): Edit[] {
  const { tokens, text } = reading;
  const suffix = tokens.findIndex(
    (token) => token.detail === '接尾' && /^ら?れる$/u.test(token.base) && token.to > from,
  );
  const [verb, voice] = [tokens[suffix - 1], tokens[suffix]];
  if (!verb || !voice || verb.kind !== '動詞' || verb.to !== voice.from) return [];
  const stem = stemOfTokenWithNoun(reading, suffix - 1);
  if (stem.from < verb.from && SAID.has(text.compact.slice(stem.from, verb.from))) return [];
  const rest = text.compact.slice(voice.to);
  const standing = /^てい(?=ます|る|ました)/u.exec(rest)?.[0];
  if (standing)
    return [
      {
        from: stem.from,
        to: voice.to + standing.length,
        put: `${conjugate(stem, 'te')} ${stem.from < verb.from ? 'い' : rest.startsWith('る', 2) ? 'あ' : 'あり'}`,
      },
    ];
  const isPolite = /^(?:ます|ました|ません)/u.test(rest);
  // 受けられます is more often what one can do than what is done.
  if (isPolite && verb.way.startsWith('一段'))
    return [{ from: verb.from, to: voice.to, put: `${verb.base} ことが でき` }];
  const what = tokens.find((one) => one.to === stem.from);
  const isWhat = what?.surface === 'が' && what.kind === '助詞';
  const put = `${isWhat ? 'を ' : ''}${conjugate(stem, 'masu')}`;
  if (isPolite) return [{ from: isWhat ? what.from : stem.from, to: voice.to, put }];
  return [];
}

/** 開催され: the verb begins with its noun. */
function stemOfTokenWithNoun({ tokens }: Reading, at: number): { from: number; stem: string } {
  const [noun, verb] = [tokens[at - 1], tokens[at] as Token];
  const isOne = verb.base === 'する' && noun?.kind === '名詞' && noun.to === verb.from;
  return isOne
    ? { from: noun.from, stem: `${noun.surface}し` }
    : { from: verb.from, stem: stemOfToken(verb) };
}

/** 気をつけることが大切です is 気をつけて ください. */
export function insteadOfNoun(reading: Reading, from: number, found: string): Edit[] {
  const { compact } = reading.text;
  if (/^を(?:行|おこな)/u.test(found)) {
    const end = found.endsWith('い') ? 'し' : found.endsWith('っ') ? 'し' : 'する';
    return [{ from, to: from + found.length, put: `を ${end}` }];
  }
  const match = /^ことが(?:大事|大切|重要|必要)(?:です|だ)?/u.exec(compact.slice(from))?.[0];
  const verb = reading.tokens[verbBefore(reading, from)];
  if (!match || !verb || verb.to !== from) return [];
  const { from: start, stem } = stemOfTokenWithNoun(reading, reading.tokens.indexOf(verb));
  return [{ from: start, to: from + match.length, put: `${conjugate({ stem }, 'te')} ください` }];
}

const JOINTS: Readonly<Record<string, string>> = {
  が: '。 でも、',
  けれど: '。 でも、',
  けれども: '。 でも、',
  ので: '。 ですから、',
  から: '。 ですから、',
};
const POLITE = /^(?:ます|です|た|ん)$/u;

/** Where a long sentence can be ended: behind が, ので, て and a verb that goes on with a comma. At most three. */
export function splits(reading: Reading, from: number, to: number): Edit[] {
  const { tokens, text } = reading;
  const first = tokenFrom(reading, from);
  return tokens
    .flatMap((comma, at): Edit[] => {
      if (at <= first || comma.surface !== '、' || comma.from >= to) return [];
      const [before, joint] = [tokens[at - 2], tokens[at - 1]];
      const put =
        joint && Object.hasOwn(JOINTS, joint.surface) && joint.kind === '助詞'
          ? JOINTS[joint.surface]
          : undefined;
      if (put && before && joint && POLITE.test(before.surface))
        return [{ from: joint.from, to: comma.to, put }];
      if (joint?.surface === 'て' && before?.kind === '動詞' && before.detail === '自立') {
        const { from: start, stem } = stemOfTokenWithNoun(reading, at - 2);
        return [{ from: start, to: comma.to, put: `${stem}ます。 それから、` }];
      }
      if (joint?.kind === '動詞' && joint.form === '連用形') {
        const { from: start, stem } = stemOfTokenWithNoun(reading, at - 1);
        return [{ from: start, to: comma.to, put: `${stem}ます。 それから、` }];
      }
      return [];
    })
    .filter(({ to: end }) => end < to - 3 && text.compact.length > end)
    .slice(0, 3);
}
