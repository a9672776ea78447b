/** One file of the page, ready to be sent. */
export interface PageFile {
  /** Where the page asks for it, e.g. `/page/main-AB12CD34.js`; the page itself is `/`. */
  readonly path: string;
  readonly type: string;
  readonly content: Uint8Array;
  /** Whether its name carries its hash: then a browser may keep it for good. */
  readonly isHashed: boolean;
}
