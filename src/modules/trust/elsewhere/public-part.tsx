import type { VNode } from 'preact';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { lastCounted } from '../../../platform/figures.ts';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import type { PublicPart } from '../../../platform/parts/public-part.ts';
import { Actions, Button, Card } from '../../../ui/index.ts';
import { trustMessages } from '../messages.ts';
import { approvedCount } from '../standing/store.ts';

/** How to become a volunteer, and how many there are. */
export const trustPublicPart: PublicPart = {
  order: 20,
  way: { href: housePaths.volunteering(), label: trustMessages.label('home_volunteer') },
  view: BecomeVolunteer,
  figures: {
    asks: (now) => lastCounted(approvedCount, now),
    say: (count: number) => [
      { label: useWords(trustMessages)('home_figure_volunteers'), value: useFormats().count(count) },
    ],
  },
};

function BecomeVolunteer(): VNode {
  const t = useWords(trustMessages);
  return (
    <Card title={t('home_volunteer_title')} level={2}>
      <p>{t('home_volunteer_text')}</p>
      <Actions>
        <Button href={housePaths.volunteering()}>{t('home_volunteer')}</Button>
      </Actions>
    </Card>
  );
}
