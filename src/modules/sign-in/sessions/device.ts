/** What somebody recognizes a device by. Names of products, the same in every language; empty when unknown. */
export interface Device {
  readonly browser: string;
  readonly system: string;
}

// The order matters: most browsers also claim to be those further down.
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bLine\//, 'LINE'],
  [/\b(EdgA?|EdgiOS)\//, 'Edge'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(OPR|OPT)\//, 'Opera'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/(Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
];

/** Reads the browser's `User-Agent`, leaving out versions and models: enough to tell one's own devices apart. */
export function deviceOf(headers: Headers): Device {
  const said = headers.get('user-agent') ?? '';
  const find = (names: typeof BROWSERS) => names.find(([pattern]) => pattern.test(said))?.[1] ?? '';
  return { browser: find(BROWSERS), system: find(SYSTEMS) };
}
