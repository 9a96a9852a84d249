import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { KitSamples } from '../../src/pages/styleguide/kit-samples.tsx';
import { isLocale } from '../../src/platform/languages/locales.ts';
import { SECURITY_HEADERS } from '../../src/platform/web/security.ts';
import {
  ASSETS_FOLDER,
  assetUrls,
  renderDocument,
  Shell,
  ShellFooter,
  ShellHeader,
} from '../../src/ui/index.ts';
import { StyleguideDocument } from '../../src/ui/styleguide/index.ts';

export interface StyleGuideServer {
  /** `http://127.0.0.1:<port>` */
  readonly address: string;
  /** Tells every open page that something changed. */
  change(): void;
  /** A word that the page shows, so that a change can be seen. */
  organization: string;
  stop(): Promise<void>;
}

const types: Record<string, string> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/** Serves the style guide with the headers of the product and the built files, on a free port of this machine only. */
export async function serveStyleGuide(): Promise<StyleGuideServer> {
  const streams = new Set<ServerResponse>();
  const state = { organization: 'Otonari' };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (url.pathname === '/live/style-guide') return follow(streams, response);
    // A form that is sent leaves the reader where they are: no test ends in the middle of a way elsewhere.
    if (request.method === 'POST') return void response.writeHead(204).end();
    const page = drawPage(url, state.organization, request.headers.cookie);
    if (!page) return void sendFile(url.pathname, response);
    response.writeHead(200, { ...SECURITY_HEADERS, 'content-type': 'text/html; charset=utf-8' }).end(page);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return Object.assign(state, {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    change: () => {
      for (const stream of streams) stream.write('data: changed\n\n');
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((stopped) => server.close(stopped));
    },
  });
}

function drawPage(url: URL, organization: string, cookie: string | undefined): string | null {
  const [, locale, page] = url.pathname.split('/');
  if (!isLocale(locale)) return null;
  const theme = url.searchParams.get('theme') === 'dark' ? 'dark' : 'light';
  const density = url.searchParams.get('density') === 'compact' ? 'compact' : 'roomy';
  if (page === 'styleguide') {
    const html = renderDocument(
      <StyleguideDocument
        locale={locale}
        theme={theme}
        density={density}
        organization={organization}
        assets={assetUrls()}
      >
        <KitSamples />
      </StyleguideDocument>,
    );
    return html.replace('<body', '<body data-live="/live/style-guide"');
  }
  if (page !== 'help-now') return null;
  return renderDocument(
    <Shell
      locale={locale}
      title="Help"
      organization={organization}
      path="/help-now"
      assets={assetUrls()}
      header={<ShellHeader shortName={organization} path="/help-now" />}
      footer={<ShellFooter organization={organization} />}
    >
      <p id="who">{cookie ? 'known' : 'unknown'}</p>
    </Shell>,
  );
}

function follow(streams: Set<ServerResponse>, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': open\n\n');
  streams.add(response);
  response.on('close', () => streams.delete(response));
}

async function sendFile(pathname: string, response: ServerResponse): Promise<void> {
  const file = pathname.includes('..')
    ? null
    : await readFile(join(ASSETS_FOLDER, pathname)).catch(() => null);
  if (!file) return void response.writeHead(404).end();
  const type = types[extname(pathname)] ?? 'application/octet-stream';
  response.writeHead(200, { ...SECURITY_HEADERS, 'content-type': type }).end(file);
}
