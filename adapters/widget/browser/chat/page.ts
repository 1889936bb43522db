/** Elements of the chat's page, which the server writes (chat-page.ts). */
export interface Page {
  readonly notice: HTMLElement;
  readonly begin: HTMLButtonElement;
  readonly chat: HTMLElement;
  readonly status: HTMLElement;
  readonly person: HTMLButtonElement;
  readonly personDialog: HTMLDialogElement;
  readonly erase: HTMLButtonElement;
  readonly eraseDialog: HTMLDialogElement;
  readonly eraseConfirm: HTMLButtonElement;
  readonly close: HTMLButtonElement;
  /** Address of Web Chat's bundle. */
  readonly webChat: string;
  /** What styles that are made by script have to carry. */
  readonly nonce: string;
}

export function readPage(): Page {
  const { webChat = '', nonce = '' } = document.body.dataset;
  return {
    notice: find('notice', HTMLElement),
    begin: find('begin', HTMLButtonElement),
    chat: find('chat', HTMLElement),
    status: find('status', HTMLElement),
    person: find('person', HTMLButtonElement),
    personDialog: find('person-dialog', HTMLDialogElement),
    erase: find('erase', HTMLButtonElement),
    eraseDialog: find('erase-dialog', HTMLDialogElement),
    eraseConfirm: find('erase-confirm', HTMLButtonElement),
    close: find('close', HTMLButtonElement),
    webChat,
    nonce,
  };
}

/** Page and script are built together: an element that is missing is a fault of ours. */
function find<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new TypeError(id);
  return found;
}
