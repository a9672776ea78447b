import type { DataLibrary } from './data-library.js';
import type { SetLibrary } from './set-library.js';

/** A file that somebody sent; its name comes from the sender and is only ever shown. */
export interface UploadedFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/**
 * Opens what was sent as the files of a disk are opened, by the same readers.
 *
 * Implement it so that a name never becomes a path: nothing is written, and nothing of this machine
 * is read.
 */
export interface Uploads {
  /** The files as data; each opens by its name. JSON is read too. */
  data(files: readonly UploadedFile[]): DataLibrary;
  /**
   * One set out of set.yaml and regions.yaml, whatever it is asked for; the set that it extends is
   * looked for among the known ones.
   */
  set(files: readonly UploadedFile[]): SetLibrary;
}
