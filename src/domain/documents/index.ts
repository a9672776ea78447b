export { buildReport, type SaidFinding } from './build-report.js';
export { chineseDate } from './chinese-date.js';
export type { IndicatorModel, RegionModel, ReportModel } from './report-model.js';
