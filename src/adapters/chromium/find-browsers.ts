import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import type { BrowserSource } from '../../ports/document-renderer.js';

/** A program that may be a browser. */
export interface Candidate {
  readonly source: BrowserSource;
  readonly path: string;
}

const NAMES = [
  'chromium',
  'chromium-browser',
  'chromium-headless-shell',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

/** The browsers of the machine, in the order in which they are tried. */
export async function findSystemBrowsers(
  env: Readonly<Record<string, string | undefined>>,
): Promise<Candidate[]> {
  const paths = [...onPath(env), ...inUsualPlaces(env)];
  const found: Candidate[] = [];
  for (const path of paths) {
    const runs = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) found.push({ source: 'system', path });
  }
  return found;
}

function onPath(env: Readonly<Record<string, string | undefined>>): string[] {
  // A relative entry would run whatever lies in the folder where the user happens to stand.
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function inUsualPlaces(env: Readonly<Record<string, string | undefined>>): string[] {
  if (process.platform === 'darwin') {
    return [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ];
  }
  if (process.platform === 'win32') {
    const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']];
    return roots
      .filter((root) => root !== undefined)
      .flatMap((root) => [
        join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(root, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ]);
  }
  return ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium'];
}
