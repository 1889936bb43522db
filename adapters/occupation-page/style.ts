/** The pages' style, in the colours of the server's own page. It stands in the page, so that a saved or printed one keeps it. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1b1b1b; --quiet: #505050; --paper: #ffffff; --card: #f4f6f9; --line: #c9ced6; --accent: #1f5fa8; --warn: #8a4b00; --warnback: #fff6e5; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ececec; --quiet: #b9bec6; --paper: #14171b; --card: #1e232a; --line: #414a55; --accent: #8ab8f0; --warn: #f0b866; --warnback: #2b2415; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem / 1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: break-word; }
header, main { max-width: 48rem; margin: 0 auto; padding: 0 1.25rem; }
header { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; align-items: center; justify-content: space-between; padding-top: 1.25rem; }
main { padding-bottom: 7rem; }
.name { display: flex; gap: 0.6rem; align-items: center; color: inherit; font-weight: 600; text-decoration: none; }
.skip { position: absolute; left: -100vw; padding: 0.5rem 1rem; background: var(--paper); }
.skip:focus { left: 0; }
h1 { margin: 1.75rem 0 0.25rem; font-size: clamp(1.75rem, 5vw, 2.5rem); line-height: 1.2; }
h2 { margin: 2.5rem 0 0.5rem; font-size: 1.3rem; scroll-margin-top: 1rem; }
h3 { margin: 0; font-size: inherit; }
p { margin: 0.5rem 0; }
a { color: var(--accent); }
.group, .note, .why, .sources { color: var(--quiet); }
.note, .why { font-size: 0.9375rem; }
form { display: flex; flex-wrap: wrap; gap: 0.5rem 0.75rem; align-items: center; margin: 1.25rem 0; }
label { font-weight: 600; }
input[type="search"], select, button { min-height: 2.75rem; padding: 0.4rem 0.9rem; border: 1px solid var(--quiet); border-radius: 0.5rem; background: var(--paper); color: var(--ink); font: inherit; max-width: 100%; }
input[type="search"] { flex: 1 1 14rem; min-width: 0; }
button { border-color: var(--accent); color: var(--accent); cursor: pointer; text-align: left; }
button:hover { background: var(--card); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
nav ul, .ask ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin: 1rem 0; padding: 0; list-style: none; }
nav li a { display: inline-block; min-height: 1.75rem; }
ul { padding-left: 1.25rem; }
li { margin: 0.2rem 0; }
.found li { margin: 0.6rem 0; }
.why { display: block; }
.wide { overflow-x: auto; margin: 1rem 0; }
table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; }
th, td { padding: 0.45rem 0.9rem 0.45rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { font-weight: 600; }
tbody th { font-weight: 400; }
.chart { display: block; width: 100%; max-width: 30rem; height: auto; margin: 1rem 0; border: 1px solid var(--line); border-radius: 0.5rem; }
.warning { margin: 1rem 0; padding: 0.6rem 1rem; border-left: 4px solid var(--warn); background: var(--warnback); font-size: 0.9375rem; }
.warning .label, .age { color: var(--warn); font-weight: 600; }
.sources { margin-top: 1rem; font-size: 0.875rem; overflow-wrap: anywhere; }
.sources ul { margin: 0.25rem 0; }
.ask button { border-radius: 1.5rem; }
@media (max-width: 30rem) {
  table { font-size: 0.8125rem; }
  th, td { padding-right: 0.5rem; }
}
@media print {
  :root { --ink: #000000; --quiet: #333333; --paper: #ffffff; --card: #ffffff; --accent: #000000; --warn: #000000; --warnback: #ffffff; }
  body { font-size: 10.5pt; }
  header a + a, nav, form, .ask, .skip, career-advisor-chat { display: none; }
  header, main { max-width: none; padding: 0; }
  h2 { margin-top: 1.25rem; break-after: avoid; }
  table, .chart, .warning, .sources { break-inside: avoid; }
  .sources a::after { content: " (" attr(href) ")"; }
  .wide { overflow: visible; }
  .warning { border: 1px solid #333333; }
}
`;
