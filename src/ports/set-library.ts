import type { Fault, LocatedDocument } from '../domain/kernel/fault.js';
import type { Result } from '../domain/kernel/result.js';

/** A file that was read and parsed, or what is wrong with its syntax. */
export type ParsedFile = Result<LocatedDocument, readonly Fault[]>;

/** The files of one indicator set as they stand; nothing in them is checked yet. */
export interface SetFolder {
  /** As the user would name it. */
  readonly path: string;
  readonly set: ParsedFile;
  readonly regions: ParsedFile | undefined;
  /** Reads the tests beside the rules; scoring never needs them. */
  readTests(): Promise<readonly ParsedFile[]>;
  /** Where the set's own sample lies. */
  readonly samplePath: string;
  /** Where its sample of 文书记录 would lie. */
  readonly recordsPath: string;
}

/** Finds indicator sets. Implement it so that an unreadable file is a fault, never an exception. */
export interface SetLibrary {
  /** Finds a set by what a user types: its folder, its set.yaml, or its id among the known sets. */
  find(reference: string): Promise<SetFolder | undefined>;
  /** Finds the set that another one is derived from: beside it, else among the known sets. */
  findBase(derived: SetFolder, id: string): Promise<SetFolder | undefined>;
  /** Reads a file beside the sets, such as 文书记录; undefined where there is none. */
  readFile(path: string): Promise<ParsedFile | undefined>;
  /** Ids of the known sets, for 「是不是想写……」. */
  known(): Promise<readonly string[]>;
  /**
   * A text that differs as soon as a rule file of a known set does: whoever keeps a set read asks
   * whether it is still the one on the disk.
   */
  stamp(): Promise<string>;
}
