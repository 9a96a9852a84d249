import { housePaths } from '../../../platform/addresses/paths.ts';
import type { PublicPart } from '../../../platform/parts/public-part.ts';
import { LineScene } from '../../../ui/index.ts';
import { safetyMessages } from '../words.ts';

/** Whom to call now, for what cannot wait for anybody of ours. */
export const safetyPublicPart: PublicPart = {
  order: 90,
  card: {
    picture: () => <LineScene name="calling" />,
    title: safetyMessages.label('help_now_title'),
    text: safetyMessages.label('home_card_text'),
    href: housePaths.helpNow(),
    act: safetyMessages.label('home_card_way'),
  },
};
