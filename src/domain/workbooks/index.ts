export { checkForms, type CheckedForms, type FormExpectation } from './check-forms.js';
export {
  FORM_FAULT_CODES,
  FORM_NOTICE_CODES,
  type FormFaultCode,
  type FormNoticeCode,
} from './fault-codes.js';
export { placeFindings } from './place-findings.js';
export { paperWorkbook } from './paper-workbook.js';
export { readForm } from './read-form.js';
export type { RawCell, RawSheet, RawWorkbook } from './raw-workbook.js';
export type { CellLook, Sheet, SheetCell, SheetRow, Validation, Workbook } from './workbook.js';
export {
  departmentWorkbook,
  departmentsWithWork,
  hasOfficeWork,
  OFFICE_NAME,
} from './department-workbook.js';
export { fillRegionForm } from './fill-region-form.js';
export { regionWorkbook, type FormOptions, type PastText } from './region-workbook.js';
export { resultWorkbook, type FindingInWords } from './result-workbook.js';
export {
  importSet,
  type ImportedSet,
  type ImportNote,
  type ImportOptions,
  type SetEdit,
} from './import-set.js';
export { readCriterion, type ReadCriterion } from './read-criterion.js';
export { scoringWorkbook, type SetFiles } from './scoring-workbook.js';
