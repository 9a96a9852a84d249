import type { PublicPart } from '../../../platform/parts/public-part.ts';
import { LineScene } from '../../../ui/index.ts';
import { givingPaths } from '../paths.ts';
import { givingMessages } from '../words.ts';

/** Giving, among all that people do together. */
export const givingPublicPart: PublicPart = {
  order: 60,
  card: {
    picture: () => <LineScene name="giving" />,
    title: givingMessages.label('home_giving_title'),
    text: givingMessages.label('home_giving_text'),
    href: givingPaths.giving(),
    act: givingMessages.label('home_giving'),
  },
};
