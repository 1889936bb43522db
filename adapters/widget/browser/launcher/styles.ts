import { type Colour, textOn } from '../colour.ts';

/** Every rule starts from nothing: what the page says about `button` or `div` ends at the shadow root, what is inherited does not. */
const RULES = `
:host { all: initial; }
* { box-sizing: border-box; }
.button, .panel { position: fixed; z-index: 2147483000; font: 400 1rem/1.4 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; }
.button {
  bottom: 1rem; display: inline-flex; align-items: center; gap: .5rem; min-height: 3.25rem; max-width: calc(100vw - 2rem);
  padding: .5rem 1.25rem; border: 2px solid #fff; border-radius: 1.75rem; background: var(--accent); color: var(--on-accent);
  font-weight: 600; cursor: pointer; box-shadow: 0 2px 10px rgb(0 0 0 / .35);
}
.button svg { flex: none; width: 1.5rem; height: 1.5rem; fill: currentColor; }
.button:focus-visible, .refused a:focus-visible, .refused button:focus-visible { outline: 3px solid #fff; outline-offset: 0; box-shadow: 0 0 0 6px #000; }
.unread {
  flex: none; min-width: 1.5rem; padding: 0 .4rem; border: 1px solid #fff; border-radius: 1rem; background: #b00020; color: #fff;
  font-size: .875rem; text-align: center;
}
.panel {
  bottom: 5.25rem; display: flex; width: min(25rem, calc(100vw - 2rem)); height: min(40rem, calc(100vh - 6.25rem));
  height: min(40rem, calc(100dvh - 6.25rem)); overflow: hidden; border: 1px solid #767676; border-radius: .75rem; background: #fff;
  color: #1b1b1b; box-shadow: 0 8px 32px rgb(0 0 0 / .3); animation: rise .18s ease-out;
}
.right { right: 1rem; }
.left { left: 1rem; }
[hidden] { display: none; }
iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; }
.opening, .refused { margin: auto; padding: 1.5rem; text-align: center; }
.refused { position: relative; }
.refused a { display: inline-block; margin: .75rem 0; color: #0b57a4; }
.refused button { display: block; margin: 0 auto; padding: .5rem 1rem; border: 1px solid #767676; border-radius: .5rem; background: #fff; color: #1b1b1b; font: inherit; cursor: pointer; }
@keyframes rise { from { opacity: 0; transform: translateY(1rem); } }
@media (max-width: 600px), (max-height: 400px) {
  .panel { inset: 0; width: auto; height: auto; border: 0; border-radius: 0; }
}
@media (prefers-reduced-motion: reduce) {
  .panel { animation: none; }
}
@media (forced-colors: active) {
  .button, .panel, .unread, .refused button { border: 2px solid ButtonText; }
}
@media print {
  .button, .panel { display: none; }
}
`;

/**
 * Sheet of the shadow root. It is made by script and adopted, since a Content-Security-Policy that forbids inline styles lets such
 * a sheet pass.
 */
export function styleSheet(accent: Colour): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${RULES}:host { --accent: ${accent}; --on-accent: ${textOn(accent)}; }`);
  return sheet;
}
