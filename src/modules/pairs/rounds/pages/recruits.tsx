import type { VNode } from 'preact';
import { useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import { Heading, TextArea } from '../../../../ui/index.ts';
import { plainLanguageName } from '../../../people/index.ts';
import { pairsStaffMessages } from '../../words.ts';
import type { ToldRound } from '../types.ts';
import { areaName, sayingEngine } from './reasons.ts';
import type { RoundProps } from './scene.ts';

/** Whom one more of would help the most, and the same in words that can be taken to the website. Nobody is named there. */
export function Recruits({ told, names }: RoundProps & { readonly told: ToldRound }): VNode | null {
  const t = useWords(pairsStaffMessages);
  const locale = useLocale();
  const { say, list } = sayingEngine(locale, names);
  const { recruits, morePlaces } = told;
  if (recruits.length + morePlaces.length === 0) return null;
  const timesOf = (times: ToldRound['recruits'][number]['times']) =>
    list(times.map(({ day, part }) => say('time', { day, part })));
  const openly = recruits.map(({ area, language, offers, times }) =>
    t.plain('round_recruit_public', {
      purposes: list(offers.map((purpose) => say(`purpose.${purpose}`))),
      offered: offers.length,
      area: areaName(area, locale),
      language: plainLanguageName(language, locale),
      times: timesOf(times),
    }),
  );
  return (
    <section class="stack">
      <Heading level={2}>{t('round_recruits')}</Heading>
      <ul>
        {recruits.map(({ area, language, urgencyDays, residentIds, experienceIn, offers, times }) => (
          <li>
            {say('recruit', {
              ...{ area, language, days: urgencyDays, residents: residentIds.length },
              ...{ experience: experienceIn, skills: experienceIn.length },
              ...{ purposes: offers, offered: offers.length, times: timesOf(times) },
            })}
          </li>
        ))}
        {morePlaces.map(({ volunteerId, urgencyDays }) => (
          <li>{say('ask_for_one_more_place', { volunteer: volunteerId, days: urgencyDays })}</li>
        ))}
      </ul>
      {openly.length > 0 && (
        <TextArea
          name="recruits"
          label={t('round_recruit_copy')}
          hint={t('round_recruit_copy_hint')}
          value={openly.join('\n')}
          rows={Math.min(8, openly.length + 1)}
          optional={false}
        />
      )}
    </section>
  );
}
