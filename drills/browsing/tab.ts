/** One open page of a browser, driven as its vendor's own remote protocol does it. */
export interface Tab {
  /** Opens an address and waits until it is loaded. */
  go(address: string): Promise<void>;
  /** Goes back one page, as the browser's own button does. */
  back(): Promise<void>;
  /** @param script the body of a function; what it returns must be JSON. @throws while the page is being left */
  ask<T>(script: string): Promise<T>;
  /** Presses of pointer and keys as WebDriver writes them. */
  act(sources: readonly InputSource[]): Promise<void>;
  end(): Promise<void>;
}

export interface InputSource {
  readonly type: 'pointer' | 'key';
  readonly id: string;
  readonly actions: readonly Readonly<Record<string, string | number>>[];
}

/** A browser that the drill walks in. */
export interface Kind {
  readonly name: 'firefox' | 'webkit';
  /** Programs it needs, each with the Debian package that brings it. */
  readonly needs: Readonly<Record<string, string>>;
  open(): Promise<Tab>;
}
