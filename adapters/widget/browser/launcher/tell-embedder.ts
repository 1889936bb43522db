/** For whoever puts the chat into a page: they look at the browser's console, and at nothing else of ours. */
export function tellEmbedder(message: string): void {
  // biome-ignore lint/suspicious/noConsole: the one place of the browser's sources that writes there.
  console.warn(message);
}
