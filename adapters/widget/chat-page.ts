import type { Wording } from '../../dialogs/wording/index.ts';
import type { Contact } from '../../knowledge/store/knowledge-store.ts';
import { dialled } from './dialled.ts';
import { type Html, html } from './html.ts';

export interface ChatPageContent {
  readonly words: Wording['widget'];
  readonly keepDays: number;
  /** Null while it is not known yet. */
  readonly contact: Contact | null;
  /** Address of Web Chat's bundle. */
  readonly webChat: string;
  /** For the styles that Web Chat makes by script. */
  readonly nonce: string;
}

/** The page inside the widget's frame, complete with what it says before a conversation. Its script is browser/chat. */
export function chatPage({ words, keepDays, contact, webChat, nonce }: ChatPageContent): Html {
  const { chat, notice, erase } = words;
  return html`<!doctype html>
<html lang="en-CA">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${words.name}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/widget/chat.css">
<script src="/widget/chat.js" defer></script>
</head>
<body data-web-chat="${webChat}" data-nonce="${nonce}">
<header>
<h1>${words.name} <span>${words.automated}</span></h1>
<button type="button" id="person" aria-label="${chat.person}"><span class="long">${chat.person}</span><span class="short">${chat.personShort}</span></button>
<button type="button" id="erase" hidden>${chat.erase}</button>
<button type="button" id="close" aria-label="${chat.close}" title="${chat.close}" hidden><svg viewBox="0 0 24 24" aria-hidden="true"><path d="m5 5 14 14M19 5 5 19"/></svg></button>
</header>
<main>
<section id="notice" aria-labelledby="notice-heading" hidden>
<h2 id="notice-heading">${notice.heading}</h2>
<ul>${notice.points(keepDays).map((point) => html`<li>${point}</li>`)}
<li data-kept="browser">${notice.kept.browser}</li>
<li data-kept="tab" hidden>${notice.kept.tab}</li></ul>
<button type="button" class="main" id="begin">${notice.begin}</button>
</section>
<noscript><p>${chat.noScript}</p></noscript>
<p id="status" role="status"></p>
<section id="chat" aria-label="${chat.heading}" hidden></section>
</main>
<dialog id="person-dialog" aria-labelledby="person-heading">
<h2 id="person-heading">${words.person.heading}</h2>
${contact === null ? html`<p>${words.person.unknown}</p>` : told(contact, words)}
<button type="button" class="dismiss">${words.person.close}</button>
</dialog>
<dialog id="erase-dialog" aria-labelledby="erase-heading" aria-describedby="erase-text">
<h2 id="erase-heading">${erase.heading}</h2>
<p id="erase-text">${erase.text}</p>
<button type="button" class="main" id="erase-confirm">${erase.confirm}</button>
<button type="button" class="dismiss">${erase.cancel}</button>
</dialog>
</body>
</html>
`;
}

function told(contact: Contact, words: Wording['widget']): Html {
  return html`<p>${contact.name}</p>
<p><a class="phone" href="${dialled(contact.phone)}">${contact.phone}</a></p>
<p>${words.person.hours(contact)}<br>${contact.note}</p>`;
}
