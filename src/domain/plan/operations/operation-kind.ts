import type { Field } from '../field.js';
import type { Operation } from '../plan.js';

/** What one kind of operation does: reads columns of the field, puts others. */
export interface OperationKind<O extends Operation> {
  /** Whether it looks only at a region's own columns, or across the field. */
  readonly scope: 'own' | 'field';
  run<N>(operation: O, field: Field<N>): void;
}

/** The operation of one name. */
export type OperationOf<K extends Operation['op']> = Extract<Operation, { op: K }>;
