import { readAttributes } from './attributes.ts';
import { Panel } from './panel.ts';
import { tellEmbedder } from './tell-embedder.ts';

/** What scripts of the page may do. */
interface CareerAdvisorApi {
  open(question?: string): void;
  close(): void;
}

declare global {
  interface Window {
    careerAdvisor?: CareerAdvisorApi;
  }
}

/** The tag that brought this script; a module's script has to be looked for. */
function ownTag(): HTMLScriptElement | null {
  const { currentScript } = document;
  return currentScript instanceof HTMLScriptElement
    ? currentScript
    : document.querySelector<HTMLScriptElement>('script[src*="/widget.js"]');
}

function start(): void {
  const tag = ownTag();
  // A tag that is there twice makes one button.
  if (!tag || window.careerAdvisor) return;
  const attributes = readAttributes(tag.dataset, tellEmbedder);
  const server = new URL(tag.src).origin;
  let panel: Panel | undefined;
  const shown = (): Panel => {
    panel ??= new Panel(server, attributes);
    return panel;
  };
  window.careerAdvisor = {
    open: (question) => shown().open(question),
    close: () => panel?.close(),
  };
  const show = (): void => {
    shown();
    if (attributes.open) shown().open();
  };
  // A tag in the head runs before there is a body to put the button into.
  if (document.body) show();
  else document.addEventListener('DOMContentLoaded', show, { once: true });
}

start();
