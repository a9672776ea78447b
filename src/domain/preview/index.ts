export {
  EVENT_FIELDS,
  inputRecords,
  type EventField,
  type InputCell,
  type InputScalar,
  type LocateInput,
  type PreviewInput,
} from './preview-input.js';
export { createFigureReader, type FigureReader } from './figure-reader.js';
export { ownRecords } from './own-records.js';
export { ownSet } from './own-set.js';
export type { Preview, PreviewNode, PreviewSubtotals, Subtotal, WaitsFor } from './preview.js';
export { openKit, packKit, type OpenedKit, type PreviewKit } from './preview-kit.js';
export { statedFigures, type StatedFigures } from './stated-figures.js';
export { createPreviewer, previewRegion, type Explain, type Previewer } from './preview-region.js';
