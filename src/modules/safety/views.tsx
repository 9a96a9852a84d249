import type { VNode } from 'preact';
import { housePaths } from '../../platform/addresses/paths.ts';
import { useWords } from '../../platform/languages/reading.tsx';
import { Link, Notice } from '../../ui/index.ts';
import { dialed, FIRST_LINES, FIRST_NUMBERS } from './rules.ts';
import { DANGERS, type Danger } from './types.ts';
import { safetyMessages } from './words.ts';

/** 119, 110 and what fits the danger, for the pages where somebody asks for help: first thing, and again when a text speaks of danger. */
export function EmergencyPanel(props: { dangers: readonly Danger[] }): VNode {
  const t = useWords(safetyMessages);
  const numbers =
    props.dangers.length > 0
      ? [...new Set(props.dangers.flatMap((danger) => FIRST_LINES[danger]))]
      : FIRST_NUMBERS.map(({ number }) => number);
  const panel = (
    <Notice tone="danger" title={t('panel_title')}>
      <p>{t(props.dangers.length > 0 ? 'panel_text_danger' : 'panel_text')}</p>
      <ul>
        {numbers.map((number) => (
          <li>
            <Link href={`tel:${encodeURIComponent(dialed(number))}`} kind="block">
              <strong>{number}</strong> {t(shortPurpose(number))}
            </Link>
          </li>
        ))}
      </ul>
      <p>
        <Link href={housePaths.helpNow()}>{t('more_lines')}</Link>
      </p>
    </Notice>
  );
  if (props.dangers.length === 0) return panel;
  // Before everything else on the page: what was written comes second to somebody's life.
  return (
    <section tabindex={-1} autofocus data-danger aria-label={t.plain('panel_title')}>
      {panel}
    </section>
  );
}

/** The same in one line: above a form whose fields come first, and where a page could not be shown. */
export function EmergencyLine(): VNode {
  const t = useWords(safetyMessages);
  return (
    <p class="emergency-line">
      {t('line_title')}{' '}
      {FIRST_NUMBERS.map(({ number }) => (
        <>
          <Link href={`tel:${number}`}>{number}</Link> ·{' '}
        </>
      ))}
      <Link href={housePaths.helpNow()}>{t('more_lines')}</Link>
    </p>
  );
}

const SHORT = {
  '119': 'purpose_fire_ambulance',
  '110': 'purpose_police',
  '#7119': 'purpose_ambulance_unsure',
  '#8891': 'purpose_sexual_violence_onestop',
  '189': 'purpose_child_abuse',
  '0120-279-338': 'purpose_any_worry',
  '0120-279-889': 'purpose_dv_plus',
} as const;

function shortPurpose(number: string): (typeof SHORT)[keyof typeof SHORT] {
  return SHORT[number as keyof typeof SHORT];
}

/** Which dangers a form's hidden field names, so that "send it anyway" is about what was shown. */
export function readShownDangers(value: string): Danger[] {
  return value.split(' ').filter((word): word is Danger => DANGERS.some((danger) => danger === word));
}
