import { comparePlaces, faultAt, type Fault, type Place } from '../kernel/fault.js';
import { failure, success, type Result } from '../kernel/result.js';
import type { DataFile, DataRecord, FormMark, HeaderText, ReadNotice } from '../metrics/index.js';
import type { FormFaultCode, FormNoticeCode } from './fault-codes.js';
import { FORM_TABLES, UNIT_LABELS } from './form-tables.js';
import type { RawWorkbook } from './raw-workbook.js';
import { findTables } from './find-tables.js';
import { readMark } from './read-mark.js';
import { readRows } from './read-rows.js';
import { sheetGrid, type SheetGrid } from './sheet-grid.js';

/** The most faults that are told of one workbook. */
const MAX_FAULTS = 200;

/** Where a form's reader puts what it notices. */
export interface FormReport {
  fault(code: FormFaultCode, place: Place, facts?: Fault['facts']): void;
  notice(code: FormNoticeCode, place: Place, facts?: Fault['facts']): void;
}

/**
 * 填报表: reads a workbook that the program made and an office filled in, whatever was done to it in
 * between: columns inserted, rows sorted, sheets renamed. Its cells become records like those of
 * YAML and CSV, and what they mean is decided where those are read.
 *
 * @returns the records, or all faults of the form at once
 */
export function readForm(raw: RawWorkbook, file: string): Result<DataFile, readonly Fault[]> {
  const faults: Fault[] = [];
  const notices: ReadNotice[] = [];
  const report: FormReport = {
    fault: (code, place, facts) => faults.push(faultAt(place, code, facts)),
    notice: (code, place, facts = {}) => notices.push({ code, place, facts }),
  };
  const grids = raw.sheets.map((sheet) => sheetGrid(sheet, file));
  const mark = readMark(grids, file, report);
  if (mark === undefined) return failure(faults);
  const visible = grids.filter((grid) => !grid.isHidden);
  const records: DataRecord[] = [];
  const blanks: DataRecord[] = [];
  const shownNames: HeaderText[] = [];
  for (const id of mark.tables) {
    for (const found of findTables(FORM_TABLES[id], visible, mark.form.place, report)) {
      shownNames.push(...shownNamesOf(found, mark.form));
      const read = readRows(found, mark.form, report);
      records.push(...read.records);
      blanks.push(...read.blanks);
    }
  }
  if (faults.length > 0) return failure(listFaults(faults));
  return success({
    file,
    period: { text: mark.form.period, place: mark.form.place },
    source: `${mark.form.name}填报`,
    records,
    form: { ...mark.form, shownNames },
    ...(notices.length === 0 ? {} : { notices }),
    ...(blanks.length === 0 ? {} : { blanks }),
  });
}

/** 被考核单位：西宁市, as it stands above the table. */
function shownNamesOf(
  { grid, row }: { readonly grid: SheetGrid; readonly row: number },
  form: FormMark,
): readonly HeaderText[] {
  const label = UNIT_LABELS[form.kind];
  return grid.cellsBetween(1, row - 1).flatMap((cell) => {
    const [start, name] = cell.text.split(/[：:]/, 2);
    if (start?.trim() === label && name !== undefined && name.trim() !== '') {
      const [first = ''] = name.trim().split(/[\s\u3000]/);
      return { text: first, place: grid.placeOf(cell.row, cell.column) };
    }
    return [];
  });
}

function listFaults(faults: readonly Fault[]): readonly Fault[] {
  const sorted = [...faults].sort(comparePlaces);
  const last = sorted[MAX_FAULTS - 1];
  if (last === undefined || sorted.length === MAX_FAULTS) return sorted;
  const code: FormFaultCode = 'workbook-more-faults';
  const count = String(sorted.length - MAX_FAULTS);
  return [...sorted.slice(0, MAX_FAULTS), faultAt(last, code, { count })];
}
