import { h } from 'preact';
import { z } from 'zod';
import { drawDocument } from '../../platform/languages/draw.ts';
import type { Access } from '../../platform/permissions.ts';
import { organizationName, organizationSetting } from '../../platform/settings/organization.ts';
import { readSetting } from '../../platform/settings/settings.ts';
import { get, type Route } from '../../platform/web/route.ts';
import { assetUrls } from '../../ui/index.ts';
import { StyleguideDocument } from '../../ui/styleguide/index.ts';
import { pagesPaths } from '../paths.ts';
import { KitSamples } from './kit-samples.tsx';

/** Every component in every state, light or dark, in the reader's language: for everybody in a demonstration only. */
export const styleguideRoute = (access: Access): Route =>
  get({
    path: pagesPaths.styleguide,
    access,
    audit: null,
    query: z.object({
      theme: z.enum(['light', 'dark']).optional(),
      density: z.enum(['roomy', 'compact']).optional(),
    }),
    async handle(call) {
      const organization = organizationName(await readSetting(call.db, organizationSetting), call.locale);
      const document = h(StyleguideDocument, {
        locale: call.locale,
        theme: call.fields.theme,
        density: call.fields.density,
        organization,
        assets: assetUrls(),
        children: h(KitSamples, {}),
      });
      const response = new Response(drawDocument(document, call.locale), {
        headers: { 'content-type': 'text/html; charset=utf-8' },
      });
      return { kind: 'response', response };
    },
  });
