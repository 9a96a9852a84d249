// Only what we use of it.
declare module '@patdx/kuromoji' {
  interface Feature {
    readonly surface_form: string;
    readonly pos: string;
    readonly pos_detail_1: string;
    readonly pos_detail_2: string;
    readonly conjugated_type: string;
    readonly conjugated_form: string;
    readonly basic_form: string;
    readonly reading?: string | undefined;
  }
  interface Loader {
    loadArrayBuffer(file: string): Promise<ArrayBufferLike>;
  }
  export class TokenizerBuilder {
    constructor(options: { readonly loader: Loader });
    build(): Promise<{ tokenize(text: string): Feature[] }>;
  }
}
