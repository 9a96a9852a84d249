import type { VNode } from 'preact';
import { type Happening, History } from '../../../../kits/scenes/index.ts';
import { useWords } from '../../../../platform/languages/reading.tsx';
import { Disclosure, Notice } from '../../../../ui/index.ts';
import { pairsStaffMessages } from '../../words.ts';
import type { RoundProps } from './scene.ts';

/** Why a form from an older page was refused: what was done since it was shown, by whom, and that nothing was done now. */
export function Meanwhile(props: RoundProps): VNode | null {
  const t = useWords(pairsStaffMessages);
  const { form, round } = props;
  const happenings = useHappenings(props);
  const version = form.value('version');
  if (version === '' || version === String(round.version)) return null;
  const seen = Number(form.value('seen'));
  const since = happenings.filter(({ at }) => at.epochMilliseconds >= seen);
  return (
    <Notice tone="notice" role="alert" title={t('round_meanwhile_title')}>
      <p>{t('round_meanwhile_text')}</p>
      <History happenings={since.length > 0 ? since : happenings.slice(-1)} />
    </Notice>
  );
}

/** All that was done to a round, behind a line. */
export function RoundHistory(props: RoundProps): VNode | null {
  const t = useWords(pairsStaffMessages);
  const happenings = useHappenings(props);
  return (
    <Disclosure id="history" summary={t('round_history')}>
      <History happenings={happenings} />
    </Disclosure>
  );
}

/** The oldest first, as `History` takes them. */
function useHappenings({ steps, staff, names }: RoundProps): Happening[] {
  const t = useWords(pairsStaffMessages);
  const nameOf = (id: string | undefined) => (id && names.get(id)) || t.plain('round_somebody');
  return steps.toReversed().map(({ act, byPerson, at, residentId, volunteerId }) => ({
    at,
    title: t(`round_act_${act as 'begin'}`, {
      two: residentId
        ? t.plain('round_two', { resident: nameOf(residentId), volunteer: nameOf(volunteerId) })
        : '',
    }),
    by: (when) =>
      byPerson ? t('round_by_at', { name: staff.get(byPerson) ?? t.plain('round_somebody'), when }) : when,
  }));
}
