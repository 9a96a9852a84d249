export { sampleMessages } from './messages.ts';
export { StyleguidePage } from './styleguide-page.tsx';
