/** Bounds of what one request, and all of them together, may take. */
export interface Limits {
  /** Bytes of a region's figures. */
  readonly previewBytes: number;
  /** Bytes of a set's texts. */
  readonly setBytes: number;
  /** Bytes of a year's upload, all files together. */
  readonly yearBytes: number;
  /** Bytes of all uploads that are on their way or being worked on. */
  readonly uploadBytes: number;
  readonly files: number;
  /** Milliseconds until a request's head, and all of it, have to be here. */
  readonly headersMs: number;
  readonly requestMs: number;
  readonly keepAliveMs: number;
  readonly connections: number;
  /** Years that are computed at a time, and as many again that may wait. */
  readonly scores: number;
  readonly prints: number;
  /** How long a stop waits for what is under way. */
  readonly stopMs: number;
}

/** A year of 333 regions is about a megabyte; a region's figures are some kilobytes. */
export const LIMITS: Limits = {
  previewBytes: 256 * 1024,
  setBytes: 512 * 1024,
  yearBytes: 8 * 1024 * 1024,
  uploadBytes: 96 * 1024 * 1024,
  files: 40,
  headersMs: 10_000,
  requestMs: 30_000,
  keepAliveMs: 10_000,
  connections: 256,
  scores: 2,
  prints: 2,
  stopMs: 10_000,
};
