export { type BankColumns, guessColumns } from './csv/columns.ts';
export { readBankTable, type TableOf } from './csv/read.ts';
export { readYen } from './csv/yen.ts';
export { type AccountKind, type BankAccount, type BankLine, type BankStatement, signedYen } from './line.ts';
export { bankFileMessages } from './words.ts';
export { isZenginFile, readBankFile } from './zengin/read.ts';
