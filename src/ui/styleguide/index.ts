export { Section } from './section.tsx';
export { StyleguideDocument, type StyleguideDocumentProps } from './styleguide-document.tsx';
export { StyleguidePage } from './styleguide-page.tsx';
