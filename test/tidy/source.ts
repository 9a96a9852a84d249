import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseSync } from 'vite';

/** One file of the house, parsed. */
export interface Source {
  /** From the root, with slashes: `src/modules/spot/rules.ts`. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  /** Paths of our own files it imports (types included), and names of packages. */
  readonly imports: readonly string[];
  readonly program: AstNode;
}

export interface AstNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/** A broken rule, in words that say where and what to do. */
export interface Violation {
  readonly rule: string;
  readonly path: string;
  readonly says: string;
}

/** @param files path from the root → text */
export function readSources(files: ReadonlyMap<string, string>): Source[] {
  return [...files].map(([path, text]) => {
    const program = parseSync(path, text).program as unknown as AstNode;
    return { path, text, lines: text.split('\n').length - 1, imports: importsOf(path, program), program };
  });
}

/** All TypeScript below some folders of the house. */
export function filesBelow(root: string, folders: readonly string[]): Map<string, string> {
  const files = new Map<string, string>();
  for (const folder of folders) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.tsx?$/.test(entry.name) || entry.name === 'generated.ts') continue;
      const path = join(entry.parentPath, entry.name);
      files.set(relative(root, path), readFileSync(path, 'utf8'));
    }
  }
  return files;
}

function importsOf(path: string, program: AstNode): string[] {
  const found: string[] = [];
  for (const node of walk(program)) {
    const source = node['source'] as { value?: unknown } | null | undefined;
    if (/^(Import|Export(Named|All))/.test(node.type) && typeof source?.value === 'string')
      found.push(source.value);
  }
  return found.map((name) => (name.startsWith('.') ? join(path, '..', name) : name));
}

/** Every node of a tree, parents first. */
export function* walk(node: AstNode): Generator<AstNode> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child === 'object' && child !== null && 'type' in child) yield* walk(child as AstNode);
    }
  }
}
