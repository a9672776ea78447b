import type { PreviewInput, PreviewKit } from '../domain/preview/index.js';

/** A set as the catalogue lists it. */
export type ListedSet =
  | {
      readonly id: string;
      readonly isSound: true;
      readonly title: string;
      readonly version: string;
      readonly year: string;
      readonly status: string;
      readonly regions: number;
      readonly indicators: number;
    }
  | { readonly id: string; readonly isSound: false };

/** A fault of a file, at its place. */
export interface FileFault {
  readonly file: string;
  readonly sheet?: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly what: string;
  readonly todo: string;
  /** The field of the form that stands for the place, where there is one. */
  readonly field?: readonly string[];
}

/** What the server read of some files. */
export interface ReadFigures {
  readonly period: string;
  readonly input: PreviewInput;
  readonly figures: number;
  readonly faults: readonly FileFault[];
}

/** An answer, or why there is none, in words. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly title: string;
      readonly detail: string;
      readonly faults: readonly FileFault[];
    };

const API = '/api/v1';

/** The known sets. */
export function listSets(): Promise<Answer<{ readonly sets: readonly ListedSet[] }>> {
  return ask(`${API}/sets`);
}

/** The rules of a set, with which the page computes by itself. */
export function fetchKit(set: string): Promise<Answer<PreviewKit>> {
  return ask(`${API}/sets/${encodeURIComponent(set)}/plan`);
}

/** Has files read. Nothing is kept on the server. */
export function readFiles(
  set: string,
  region: string,
  files: readonly File[],
): Promise<Answer<ReadFigures>> {
  const body = new FormData();
  files.forEach((file, index) => body.append(`file${String(index)}`, file, file.name));
  const path = `${API}/sets/${encodeURIComponent(set)}/figures/${encodeURIComponent(region)}`;
  return ask(path, { method: 'POST', body });
}

/** The region's form as a workbook, with what is filled in. */
export async function fetchForm(
  set: string,
  region: string,
  input: PreviewInput,
): Promise<Blob | undefined> {
  const path = `${API}/sets/${encodeURIComponent(set)}/workbooks/${encodeURIComponent(region)}`;
  const headers = { 'content-type': 'application/json' };
  try {
    const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(input) });
    return response.ok ? await response.blob() : undefined;
  } catch {
    return undefined;
  }
}

async function ask<T>(path: string, init: RequestInit = {}): Promise<Answer<T>> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch {
    return {
      ok: false,
      title: '连不上服务器。',
      detail: '请确认考衡仍在运行、网络通畅，再试一次。已填的数据还在本页。',
      faults: [],
    };
  }
  const said = (await response.json().catch(() => undefined)) as unknown;
  if (response.ok && said !== undefined) return { ok: true, value: said as T };
  const problem = (said ?? {}) as Partial<Record<'title' | 'detail', string>> & {
    readonly faults?: readonly FileFault[];
  };
  return {
    ok: false,
    title: problem.title ?? `服务器没有给出可用的回答（${String(response.status)}）。`,
    detail: problem.detail ?? '请稍后再试。',
    faults: problem.faults ?? [],
  };
}
