import type { BeforeAsking } from '../../../platform/parts/before-asking.ts';
import { useTitle } from '../open/saying.tsx';
import { guidesPaths } from '../paths.ts';
import { listFor } from '../store/guides.ts';
import type { Guide } from '../types.ts';

const MOST = 3;

/** Guides to this kind of help, those of the place first: whoever is about to ask may find it there at once. */
export const guidesBeforeAsking: BeforeAsking = async (db, { helpKind, municipalityCode }) =>
  (await listFor(db, { helpKind, municipalityCode }, MOST)).map((guide) => ({
    href: guidesPaths.guide({ slug: guide.slug }),
    title: <Title guide={guide} />,
  }));

function Title({ guide }: { readonly guide: Guide }) {
  return <>{useTitle(guide)}</>;
}
