/**
 * 公文的成文: what a filled template says, without any layout of a medium. A PDF, a Word draft and a
 * workbook of the tables are made of the same words.
 */
export interface Paper {
  readonly form: PaperForm;
  /** 版头: with its red parts, with room for them where the paper has them already, or none. */
  readonly heading: PaperHeading;
  readonly sections: readonly PaperSection[];
}

/** 公文, 信函格式, 表, 其他: what kind of paper it is. */
export type PaperForm = 'official' | 'letter' | 'sheet' | 'plain';

/** How the heading is set. */
export type PaperHeading = 'printed' | 'preprinted' | 'none';

/** Pages that lie the same way. */
export interface PaperSection {
  /** Whether the pages lie on their side. */
  readonly isWide: boolean;
  readonly blocks: readonly Block[];
}

/** What stands below one another on a page. */
export type Block = Paragraph | PaperTable | Chart;

/** The element of GB/T 9704 that a paragraph is. */
export type Role =
  | 'mark'
  | 'number'
  | 'signer'
  | 'title'
  | 'coverTitle'
  | 'subtitle'
  /** What stands at the foot of a cover. */
  | 'coverFoot'
  | 'addressees'
  | 'level1'
  | 'level2'
  | 'level3'
  | 'level4'
  | 'text'
  | 'plain'
  | 'attachments'
  | 'issuer'
  | 'date'
  | 'remark'
  | 'annexMark'
  | 'annexTitle'
  | 'copyTo'
  | 'printLine'
  | 'caption'
  | 'facts';

/** One paragraph. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly role: Role;
  readonly align: Align | undefined;
  readonly inlines: readonly Inline[];
  /** Whether a 落款 leaves room for a seal; of an issuer and a date only. */
  readonly isSealed: boolean;
  /** The list that numbers it, 一、（一）1.（1）; each annex has its own. None without a number. */
  readonly list: number | undefined;
}

/** How a paragraph or a cell is set. */
export type Align = 'left' | 'center' | 'right';

/** A face other than the paragraph's own. */
export type Face = 'kai' | 'hei' | 'song' | 'title';

/** What stands beside one another in a line. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly face: Face | undefined }
  | { readonly kind: 'break' }
  /** What follows stands at the next stop, or at the line's end. */
  | { readonly kind: 'tab' }
  | Figure;

/** A figure or a name taken from the run. */
export interface Figure {
  readonly kind: 'figure';
  /** What it is and of whom, such as score:haidong or points:haidong:agri_pass_rate. */
  readonly tag: string;
  readonly text: string;
  readonly face: Face | undefined;
}

/** A table. */
export interface PaperTable {
  readonly kind: 'table';
  readonly caption: readonly Inline[];
  /** How many rows from the top are heads, repeated on every page. */
  readonly headRows: number;
  readonly rows: readonly TableRow[];
  /** Whether it is a form whose empty cells are filled in by hand. */
  readonly isForm: boolean;
}

/** One row; cells that a span of another covers are left out. */
export interface TableRow {
  readonly cells: readonly TableCell[];
}

/** One cell. */
export interface TableCell {
  /** Counts from 0, spans of the cells before and above counted in. */
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly isHead: boolean;
  readonly align: Align | undefined;
  readonly lines: readonly (readonly Inline[])[];
}

/** A drawing, with what it says for those who do not see it. */
export interface Chart {
  readonly kind: 'chart';
  /** The drawing itself, as SVG. */
  readonly drawing: string;
  readonly title: string;
  readonly description: string;
  readonly caption: readonly Inline[];
}

/** The text of a line, breaks and stops as spaces. */
export function textOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => (inline.kind === 'text' || inline.kind === 'figure' ? inline.text : ' '))
    .join('');
}

/** How many columns a table has. */
export function columnsOf(table: PaperTable): number {
  let columns = 0;
  for (const { cells } of table.rows) {
    for (const cell of cells) columns = Math.max(columns, cell.column + cell.columnSpan);
  }
  return columns;
}

/** What a drawing shows, in words. */
export function alternativeOf({ title, description }: Chart): string {
  return [title, description].filter((text) => text !== '').join('：');
}

/** What stands for a drawing where it is not drawn. */
export function chartWords(chart: Chart): string {
  return `〔图，见打印件〕${alternativeOf(chart)}`;
}
