/** What lies in a store. Names are made by the program alone. */
export interface Stored {
  readonly name: string;
  readonly writtenAt: Temporal.Instant;
}

/** Where the bytes of files lie: the same for all processes of an installation. */
export interface FileStore {
  /** For whoever runs the house: which folder or bucket. */
  readonly place: string;
  /** All of it is there afterwards, or nothing. @throws `StoreFull`, `StoreAway` */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** @returns null when nothing lies there under this name. @throws `StoreAway` */
  get(name: string): Promise<Uint8Array | null>;
  /** Also when there is nothing. @throws `StoreAway` */
  delete(name: string): Promise<void>;
  /** What lies there as we name it, also halves that a killed upload has left, some hundred at a time. @throws `StoreAway` */
  list(): AsyncIterable<readonly Stored[]>;
}

/** There is no room for another file; reading goes on. */
export class StoreFull extends Error {}

/** What a log says then. */
export const STORE_AWAY = 'the file store is away';

/** The store can't be reached, or does not let us in. */
export class StoreAway extends Error {}

/** What may be the name of something in a store, and so part of a path. */
export const NAME = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @throws for what would be no name of ours */
export function asName(name: string): string {
  if (!NAME.test(name)) throw new Error('this is no name of a file of ours');
  return name;
}
