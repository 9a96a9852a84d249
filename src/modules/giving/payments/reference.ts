import type { Reference } from './provider.ts';

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const REFERENCE = new RegExp(`^(pledge|promise):(${UUID})$`);
const KEY = new RegExp(`^${UUID}$`);

/** `pledge:0190…`, as the provider keeps it. */
export function spellReference({ kind, id }: Reference): string {
  return `${kind}:${id}`;
}

/** @returns null for what is none of ours: somebody may charge by hand at the provider */
export function readReference(spelled: string | undefined | null): Reference | null {
  const [, kind, id] = REFERENCE.exec(spelled ?? '') ?? [];
  return kind && id ? { kind: kind as Reference['kind'], id } : null;
}

/** The key under which a refund was asked for. @returns null for what is none of ours: somebody may refund by hand there */
export function readKey(kept: string | undefined | null): string | null {
  return kept && KEY.test(kept) ? kept : null;
}
