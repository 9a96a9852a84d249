import { defineDrafts } from '../../../kits/forms/index.ts';
import { consultationPaths } from '../paths.ts';

/** What somebody takes along from elsewhere, until they have sent it. */
export const askDrafts = defineDrafts({
  kind: 'consultations.matter',
  page: consultationPaths.consultationsAsking(),
});
