/**
 * The domain and the messages do nothing when they are imported, so that a module of theirs of
 * which nothing is used can be left out. esbuild has to be told.
 * @type {import('esbuild').Plugin}
 */
export const leaveOutUnused = {
  name: 'leave-out-unused',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^\.{1,2}\// }, async ({ path, pluginData, ...rest }) => {
      if (pluginData === leaveOutUnused) return undefined;
      const found = await resolve(path, { ...rest, pluginData: leaveOutUnused });
      const isPure = /[\\/]src[\\/](?:domain|messages)[\\/]/.test(found.path);
      return isPure ? { ...found, sideEffects: false } : found;
    });
  },
};
