/**
 * The version of the arithmetic and of what the operations mean. Any change that can move a score,
 * a rank or a run hash needs a new one: the golden hashes fail until it is raised.
 */
export const ENGINE_VERSION = '1.0.0';
