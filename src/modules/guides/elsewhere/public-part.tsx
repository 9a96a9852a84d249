import type { PublicPart } from '../../../platform/parts/public-part.ts';
import { LineScene } from '../../../ui/index.ts';
import { guidesPaths } from '../paths.ts';
import { guidesMessages } from '../words.ts';

/** Guides, among all that helps: one reads before one asks. */
export const guidesPublicPart: PublicPart = {
  order: 45,
  card: {
    picture: () => <LineScene name="checking" />,
    title: guidesMessages.label('home_guides_title'),
    text: guidesMessages.label('home_guides_text'),
    href: guidesPaths.guides(),
    act: guidesMessages.label('home_guides'),
  },
};
