export { compareDraft } from './compare-draft.js';
export { compareSheet, type SheetComparison } from './compare-sheet.js';
export { DIFFERENCE_CODES, type Difference, type DifferenceCode } from './difference.js';
export {
  markTag,
  type DraftLine,
  type DraftPiece,
  type DraftPlace,
  type EditedPaper,
} from './edited-paper.js';
export { bookmarkName, figureMark, markOfBookmark } from './figure-mark.js';
export { knownResults, type KnownResults } from './known-results.js';
export { plainPieces, plainText } from './free-text.js';
export { firstWords } from './paper-lines.js';
export {
  alternativeOf,
  chartWords,
  columnsOf,
  textOf,
  type Align,
  type Block,
  type Chart,
  type Face,
  type Figure,
  type Inline,
  type Paper,
  type PaperForm,
  type PaperHeading,
  type PaperSection,
  type PaperTable,
  type Paragraph,
  type Role,
  type TableCell,
  type TableRow,
} from './paper.js';
