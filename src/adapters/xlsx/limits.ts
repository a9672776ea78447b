/**
 * What a workbook may be at most. The largest honest one, 3,000 regions by 60 columns, has 3 MB,
 * 12 MB of XML and 180,000 cells; a bomb of 390 kB has 400 MB of XML.
 */
export const LIMITS = {
  fileBytes: 20 * 1024 * 1024,
  /** XML of all parts that are read together. */
  xmlBytes: 48 * 1024 * 1024,
  entries: 2000,
  /** Deflate of a sheet gives 10 to 40 times; a thousand times is its utmost. */
  ratio: 150,
  /** Below this a high ratio harms nobody. */
  ratioFrom: 1024 * 1024,
  sheets: 100,
  cells: 500_000,
  /** Excel's own. */
  rows: 1_048_576,
  columns: 16_384,
  /** Characters of one cell in Excel. */
  text: 32_767,
} as const;
