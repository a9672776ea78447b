import type { Sha256 } from '../domain/scoring/index.js';
import type { DataLibrary } from '../ports/data-library.js';
import type { DocumentReader } from '../ports/document-reader.js';
import type { DocumentRenderer } from '../ports/document-renderer.js';
import type { FormulaParser } from '../ports/formula-parser.js';
import type { OfficeWriter } from '../ports/office-writer.js';
import type { SetLibrary } from '../ports/set-library.js';
import type { SetWriter } from '../ports/set-writer.js';
import type { TemplateSource } from '../ports/template-source.js';
import type { Workbooks } from '../ports/workbooks.js';

/** What scoring needs of the world. */
export interface ScoringPorts {
  readonly sets: SetLibrary;
  readonly data: DataLibrary;
  readonly sha256: Sha256;
  /** Loaded when the first formula is read. */
  readonly loadParser: () => Promise<FormulaParser>;
}

/** What the use cases need of the world; main.ts gives it to them. */
export interface Ports extends ScoringPorts {
  /** Loaded when the first document is printed. */
  readonly loadRenderer: () => Promise<DocumentRenderer>;
  /** Loaded with it. */
  readonly loadTemplates: () => Promise<TemplateSource>;
  /** Loaded when the first document is written for Word or Excel. */
  readonly loadOfficeWriter: () => Promise<OfficeWriter>;
}

/** The same, where workbooks and rule files are written too. */
export interface WorkbookPorts extends Ports {
  /** Loaded when the first workbook is written, or read as what is no data. */
  readonly loadWorkbooks: () => Promise<Workbooks>;
  /** The texts of a set's files, rules, regions and tests, by their paths in its folder. */
  readonly setTexts: (folder: string) => Promise<Readonly<Record<string, string>>>;
  /** Loaded when the first document is checked. */
  readonly loadDocumentReader: () => Promise<DocumentReader>;
  /** Loaded when the first rule file is written. */
  readonly loadSetWriter: () => Promise<SetWriter>;
}
