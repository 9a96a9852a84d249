import type { VNode } from 'preact';
import type { Fit, Reason, Urgency } from '../../../../matching/index.ts';
import { useFormats, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import { plainLanguageName } from '../../../people/index.ts';
import { pairsStaffMessages } from '../../words.ts';
import { interestName, type SayingEngine } from './reasons.ts';

const MOST = 4;
/** As the Common European Framework calls them, from 1 on. */
const LEVELS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'];

/** What speaks for two, the strongest first, in a few words: the page of the resident says it in sentences. */
export function Strongest({ fit, engine }: { readonly fit: Fit; readonly engine: SayingEngine }): VNode {
  const say = useShortWords(engine);
  const strongest = fit.parts
    .filter(({ points }) => points > 0)
    .toSorted((one, other) => other.points - one.points)
    .flatMap(({ reason }) => say(reason) ?? [])
    .slice(0, MOST);
  return <>{strongest.join(' · ')}</>;
}

/** @returns null for what is not worth a word in a row */
function useShortWords(engine: SayingEngine): (reason: Reason) => string | null {
  const t = useWords(pairsStaffMessages);
  const { km } = useFormats();
  const locale = useLocale();
  return ({ code, params }) => {
    switch (code) {
      case 'live_near':
        return km(Number(params['distance_km']));
      case 'meet_online':
        return t.plain('fact_online', { distance: km(Number(params['distance_km'])) });
      case 'common_time':
        return t.plain('fact_hours', { hours: Number(params['hours']) });
      case 'shared_language': {
        const language = plainLanguageName(String(params['language']), locale);
        return `${language} ${LEVELS[Number(params['level']) - 1] ?? ''}`.trim();
      }
      case 'easy_japanese':
        return t.plain('fact_easy_japanese');
      case 'offers':
        return engine.list(
          [params['purposes'] ?? []].flat().map((purpose) => engine.say(`purpose.${purpose}`)),
        );
      case 'common_interests':
        return engine.list(
          [params['interests'] ?? []].flat().map((interest) => interestName(String(interest), locale)),
        );
      case 'children_of_like_age':
        return t.plain('fact_children');
      default:
        return null;
    }
  };
}

/** Days that somebody has waited, and days that count besides: for need, and for proposals that fell through. */
export function waitedOf({ days, reasons }: Urgency): { readonly waited: number; readonly more: number } {
  const waited = Number(reasons.find(({ code }) => code === 'has_waited')?.params['days'] ?? days);
  return { waited, more: days - waited };
}
