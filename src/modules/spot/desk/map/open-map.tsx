import type { VNode } from 'preact';
import { GEO_CREDITS } from '../../../../japanese/data/credits.ts';
import { useWords } from '../../../../platform/languages/reading.tsx';
import { WardMap } from '../../../../ui/index.ts';
import { deskMessages } from '../words.ts';

/** The 23 wards: JIS 13101 to 13123. */
const isWard = (code: string) => code >= '13101' && code <= '13123';

/** Open requests against volunteers who could come, by ward; what lies outside the wards as a sentence. */
export function OpenMap(props: {
  open: readonly { municipalityCode: string; openCount: number }[];
  available: readonly { municipalityCode: string; count: number }[];
}): VNode {
  const t = useWords(deskMessages);
  const requests = new Map(props.open.map((one) => [one.municipalityCode, one.openCount]));
  const volunteers = new Map(props.available.map((one) => [one.municipalityCode, one.count]));
  const codes = [...new Set([...requests.keys(), ...volunteers.keys()])];
  const counts = codes.map((code) => ({
    code,
    marked: requests.get(code) ?? 0,
    shaded: volunteers.get(code) ?? 0,
  }));
  const outside = counts.filter(({ code }) => !isWard(code));
  const sum = (key: 'marked' | 'shaded') => outside.reduce((all, one) => all + one[key], 0);
  return (
    <>
      <WardMap
        caption={t('map_caption')}
        plainCaption={t.plain('map_caption')}
        counts={counts.filter(({ code }) => isWard(code))}
        credits={<span lang="ja">{GEO_CREDITS.join(' ')}</span>}
        labels={{ ward: t('ward'), marked: t('open_requests'), shaded: t('available_volunteers') }}
      />
      {outside.length > 0 && (
        <p>{t('outside_wards', { requests: sum('marked'), volunteers: sum('shaded') })}</p>
      )}
    </>
  );
}
