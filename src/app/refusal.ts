import type { Fault } from '../domain/kernel/fault.js';
import type { PrintFault } from '../ports/document-renderer.js';

/** Why a use case could not do what it was asked; the sentences are made at the edge. */
export type Refusal =
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] }
  | { readonly kind: 'unknownSet'; readonly reference: string; readonly known: readonly string[] }
  | {
      readonly kind: 'data';
      readonly status: 'notFound' | 'empty' | 'unreadable';
      readonly path: string;
      readonly unread?: readonly string[];
    }
  | {
      readonly kind: 'unknownName';
      readonly what: 'region' | 'indicator' | 'department';
      readonly name: string;
      readonly known: readonly string[];
    }
  | { readonly kind: 'print'; readonly fault: PrintFault };
