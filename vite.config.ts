import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const source = join(import.meta.dirname, 'src', 'ui');

// The Digital Agency's tokens come whole; what no rule of ours uses stays behind. Ours may be used by drawings alone.
const dropUnusedTokens: Plugin = {
  name: 'drop-unused-tokens',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === 'asset' && file.fileName.endsWith('.css'))
        file.source = withoutUnused(String(file.source));
    }
  },
};

// A token may be there for another token only, so this looks again until nothing more can go.
function withoutUnused(css: string): string {
  const used = new Set([...css.matchAll(/var\((--[\w-]+)/g)].map((match) => match[1]));
  const kept = css.replace(
    /(--(?:border|color|elevation|font|line-height)-[\w-]+):[^;{}]*(?:;|(?=\}))/g,
    (rule, name) => (used.has(name) ? rule : ''),
  );
  return kept === css ? css : withoutUnused(kept);
}

// None of our scripts brings a style sheet along: what waits for one, in every page's script, is not needed.
const importAsItIs: Plugin = {
  name: 'import-as-it-is',
  enforce: 'pre',
  load: (id) =>
    id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load();' : null,
};

// The doors for the browser: the style sheet and the script of every page, the keys of compact ones, the door of events, the blind comparison of names, and the service worker under its fixed name.
export default defineConfig({
  root: import.meta.dirname,
  publicDir: join(source, 'public'),
  logLevel: 'warn',
  plugins: [dropUnusedTokens, importAsItIs],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    manifest: 'assets/manifest.json',
    modulePreload: false,
    target: 'es2024',
    cssTarget: ['chrome123', 'firefox128', 'safari17.5'],
    rolldownOptions: {
      input: {
        styles: join(source, 'styles.css'),
        main: join(source, 'browser', 'main.ts'),
        keys: join(source, 'keys', 'browser.ts'),
        door: join(source, 'door', 'browser.ts'),
        blind: join(source, 'blind', 'browser.ts'),
        'service-worker': join(source, 'browser', 'service-worker.ts'),
      },
      output: {
        entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
});
