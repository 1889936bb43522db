/**
 * The Direct Line client says nothing when its socket breaks: it waits some seconds and connects again. This tells a visitor
 * meanwhile. The client takes the window's WebSocket, so that one is replaced, in our frame alone. What is given back stops
 * the watch of the present socket, which is about to be closed on purpose.
 */
export function watchSockets(on: { opened(): void; broken(): void }): () => void {
  let current: WebSocket | undefined;
  window.WebSocket = class extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols);
      current = this;
      this.addEventListener('open', () => on.opened());
      this.addEventListener('close', () => {
        // One that was closed to make room for another is not missed.
        if (current === this) on.broken();
      });
    }
  };
  return () => {
    current = undefined;
  };
}
