import type { Params } from '../../../../../platform/languages/messages.tsx';
import { useWords } from '../../../../../platform/languages/reading.tsx';
import { deskMessages } from '../../../desk/words.ts';
import { type SpotKey, spotMessages } from '../../../words.ts';

/** Whom the questions of the form are put to: somebody who asks for themselves, or a coordinator who asks a caller. */
export type AskedOf = 'themselves' | 'caller';

/** The words of the form of asking, for whoever fills it in: a coordinator is not asked what they need. */
export function useAskWords(of: AskedOf | undefined) {
  const [own, desk] = [useWords(spotMessages), useWords(deskMessages)];
  const caller = (key: SpotKey) => {
    const said = `caller_${key}`;
    return of === 'caller' && deskMessages.has(said) ? said : null;
  };
  const say = (key: SpotKey, params?: Params) => {
    const said = caller(key);
    return said ? desk(said, params) : own(key, params);
  };
  return Object.assign(say, {
    plain: (key: SpotKey, params?: Params) => {
      const said = caller(key);
      return said ? desk.plain(said, params) : own.plain(key, params);
    },
  });
}
