import type { Words } from '../../../platform/languages/messages.tsx';
import { useWords } from '../../../platform/languages/reading.tsx';
import { signInMessages } from '../words.ts';
import type { Device } from './device.ts';

/** `Chrome · Android`; words for a device that does not say what it is. */
export function useDeviceName(device: Device): { words: Words; plain: string } {
  const words = useWords(signInMessages);
  const known = [device.browser, device.system].filter(Boolean).join(' · ');
  return known
    ? { words: known, plain: known }
    : { words: words('unknown_device'), plain: words.plain('unknown_device') };
}
