import type { VNode } from 'preact';
import { housePaths } from '../../../../platform/addresses/paths.ts';
import { lastCounted } from '../../../../platform/figures.ts';
import { useWords } from '../../../../platform/languages/reading.tsx';
import { get, page, type Route } from '../../../../platform/web/route.ts';
import { PageHead } from '../../../../ui/index.ts';
import { availableByMunicipality } from '../../../trust/index.ts';
import { spotPaths } from '../../paths.ts';
import { openByMunicipality } from '../../store/lists/open-by-municipality.ts';
import { deskMessages } from '../words.ts';
import { OpenMap } from './open-map.tsx';

type MapProps = Parameters<typeof OpenMap>[0];

/** Where help is asked for, and who could come: numbers by ward, nobody's name. */
export const mapRoutes: readonly Route[] = [
  get({
    path: spotPaths.deskMap,
    access: ['coordinator'],
    audit: 'spot.map.viewed',
    async handle({ now, locale, auditedAsk }) {
      const questions = { open: openByMunicipality(), available: lastCounted(availableByMunicipality, now) };
      const shown = await auditedAsk({}, questions);
      return page(deskMessages.in(locale).plain('map_title'), <MapPage {...shown} />);
    },
  }),
];

function MapPage(props: MapProps): VNode {
  const t = useWords(deskMessages);
  return (
    <>
      <PageHead
        title={t('map_title')}
        lead={t('map_lead')}
        back={{ href: housePaths.desk(), label: t('desk_title') }}
      />
      <OpenMap {...props} />
    </>
  );
}
