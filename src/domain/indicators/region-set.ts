/** The name, code and group of a region from a date on; the last one in force counts. */
export interface RegionNaming {
  readonly from: string | undefined;
  readonly name: string;
  readonly code: string | undefined;
  readonly group: string | undefined;
}

/** 被考核单位: a region with its permanent id. */
export interface Region {
  readonly id: string;
  readonly namings: readonly RegionNaming[];
  readonly since: string | undefined;
  readonly until: string | undefined;
  /** Where it came from, and how: last year's value follows a rename. */
  readonly follows: readonly string[];
  readonly by: 'rename' | 'split' | 'merger' | undefined;
  readonly lastYear: 'missing' | 'sum';
  /** Name, code and group in force at the end of the assessment year. */
  readonly name: string;
  readonly code: string | undefined;
  readonly group: string | undefined;
}

/** Who is assessed. */
export interface RegionSet {
  readonly total:
    { readonly id: string; readonly name: string; readonly code: string | undefined } | undefined;
  /** Group id to its name. */
  readonly groups: ReadonlyMap<string, string>;
  /** Regions that exist at the end of the assessment year, sorted by id. */
  readonly assessed: readonly Region[];
  /** All regions, the former ones too. */
  readonly all: ReadonlyMap<string, Region>;
}
