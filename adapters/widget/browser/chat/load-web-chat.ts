import type { WebChatBundle } from './web-chat-types.ts';

let loading: Promise<WebChatBundle> | undefined;

/** Loads Web Chat, once. It is large, so nobody loads it who has not begun a chat. A failed try can be made again. */
export function loadWebChat(address: string): Promise<WebChatBundle> {
  loading ??= new Promise<WebChatBundle>((resolve, reject) => {
    const script = document.createElement('script');
    const fail = (): void => {
      loading = undefined;
      script.remove();
      reject(new Error(address));
    };
    script.addEventListener('load', () => (window.WebChat ? resolve(window.WebChat) : fail()));
    script.addEventListener('error', fail);
    script.src = address;
    document.head.append(script);
  });
  return loading;
}
