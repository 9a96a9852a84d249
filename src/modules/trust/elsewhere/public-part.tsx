import { housePaths } from '../../../platform/addresses/paths.ts';
import { lastCounted } from '../../../platform/figures.ts';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import type { PublicPart } from '../../../platform/parts/public-part.ts';
import { LineScene } from '../../../ui/index.ts';
import { trustMessages } from '../messages.ts';
import { approvedCount } from '../standing/store.ts';

/** How to become a volunteer, and how many there are. */
export const trustPublicPart: PublicPart = {
  order: 20,
  way: { href: housePaths.volunteering(), label: trustMessages.label('home_volunteer') },
  card: {
    picture: () => <LineScene name="doors" />,
    title: trustMessages.label('home_volunteer_title'),
    text: trustMessages.label('home_volunteer_text'),
    href: housePaths.volunteering(),
    act: trustMessages.label('home_volunteer'),
  },
  figures: {
    asks: (now) => lastCounted(approvedCount, now),
    say(count: number) {
      const t = useWords(trustMessages);
      const formula = t('formula_volunteers');
      const value = useFormats().count(count);
      return count > 0 ? [{ label: t('home_figure_volunteers'), value, formula, of: count }] : [];
    },
  },
};
