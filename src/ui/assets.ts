import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the built browser files lie; made by `bin/assets.ts`. */
export const ASSETS_FOLDER = join(process.cwd(), 'dist');

/** Addresses of the style sheet and the scripts, each with the hash of its content in its name. */
export interface AssetUrls {
  readonly css: string;
  readonly script: string;
  /** Of compact pages alone. */
  readonly keys: string;
  /** Of the door of an event or a class alone. */
  readonly door: string;
  /** Of an expert's page alone, where names are compared. */
  readonly blind: string;
}

interface ManifestEntry {
  readonly file: string;
}

let known: AssetUrls | undefined;

/**
 * The addresses for the document's head.
 * @throws when the browser files have not been built
 */
export function assetUrls(folder: string = ASSETS_FOLDER): AssetUrls {
  known ??= readAssetUrls(folder);
  return known;
}

/** As `assetUrls`, read anew. */
export function readAssetUrls(folder: string): AssetUrls {
  const text = readFileSync(join(folder, 'assets', 'manifest.json'), 'utf8');
  const manifest = JSON.parse(text) as Record<string, ManifestEntry | undefined>;
  const address = (source: string) => {
    const entry = manifest[source];
    if (!entry) throw new Error(`The build in ${folder} has no ${source}.`);
    return `/${entry.file}`;
  };
  return {
    css: address('src/ui/styles.css'),
    script: address('src/ui/browser/main.ts'),
    keys: address('src/ui/keys/browser.ts'),
    door: address('src/ui/door/browser.ts'),
    blind: address('src/ui/blind/browser.ts'),
  };
}
