import * as z from 'zod';

/** A list of an answer: what the domain gives is never changed. */
export const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();

/** A schema of something. */
export type Schema<T> = z.ZodType<T>;
