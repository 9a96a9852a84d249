import type { VNode } from 'preact';
import { encode } from 'uqr';

/** The dark squares of a QR code as an SVG path, in a square of this size, with the quiet edge that cameras need. */
export function qrPath(text: string): { readonly path: string; readonly size: number } {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return { path, size };
}

/** A text as a QR code, drawn by the server; dark on light in both color schemes, since cameras expect it so. */
export function QrCode(props: { text: string; label: string }): VNode {
  const { path, size } = qrPath(props.text);
  return (
    <svg
      class="qr-code"
      role="img"
      aria-label={props.label}
      viewBox={`0 0 ${size} ${size}`}
      width="240"
      height="240"
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
