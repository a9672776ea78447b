/** Where a command writes: results alone on stdout, everything else on stderr. */
export interface Terminal {
  /** A result. */
  out(text: string): void;
  /** A fault, a finding, progress, advice. */
  say(text: string): void;
  /** Writes a result file; parents are made. */
  writeFile(path: string, content: string | Uint8Array): Promise<void>;
  /** Whether something stands at a path. */
  exists(path: string): Promise<boolean>;
  isFolder(path: string): Promise<boolean>;
}
