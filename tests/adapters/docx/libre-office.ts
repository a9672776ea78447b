import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether a program could not be started because there is none. */
function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** A draft opened and saved again by LibreOffice; undefined where LibreOffice is not installed. */
export function savedByLibreOffice(draft: Uint8Array): Uint8Array | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'kaoheng-office-'));
  try {
    const path = join(folder, 'draft.docx');
    writeFileSync(path, draft);
    const argv = [
      ...[`-env:UserInstallation=file://${folder}/profile`, '--headless'],
      ...['--convert-to', 'docx:MS Word 2007 XML', '--outdir', join(folder, 'saved'), path],
    ];
    execFileSync('soffice', argv, { stdio: 'ignore', timeout: 100_000 });
    return readFileSync(join(folder, 'saved', 'draft.docx'));
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
