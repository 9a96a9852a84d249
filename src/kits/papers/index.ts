export { inShiftJis, inUtf8, readText } from './csv/encoding.ts';
export { type Bounds, type Line, readCsv } from './csv/read.ts';
export { type Cell, type Column, type CsvEncoding, csv, csvFile } from './csv/write.ts';
export type { Paper, Part } from './pdf/paper.ts';
export { isPrintable, pdf, pdfFile, printable } from './pdf/write.ts';
export { drawPicture, type PictureWords, printedIn } from './picture.ts';
export { QrCode } from './qr-code.tsx';
export { PapersSample } from './sample.tsx';
export { type ZipEntry, zipStream } from './zip.ts';
