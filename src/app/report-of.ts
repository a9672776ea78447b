import { buildReport as build, type ReportModel } from '../domain/documents/index.js';
import type { ScoredYear } from './score-set.js';

/** What a document or a table says of a scored year, without its findings. */
export function buildReport({ set, run }: ScoredYear): ReportModel {
  return build(set, run, []);
}
