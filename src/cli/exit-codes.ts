/** 退出码，印在 --help 里。 */
export const EXIT = {
  done: 0,
  /** The set, its tests or the data have faults. */
  refused: 1,
  /** The command line is wrong: an unknown command, option, set, region or indicator. */
  usage: 2,
  /** This machine lacks something: no browser, no font. */
  environment: 3,
} as const;
