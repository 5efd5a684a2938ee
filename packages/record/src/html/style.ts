/**
 * The report's look, on screen and on paper. What people wrote is serif, what the report says of it is sans; one
 * accent, for links. Colours keep a contrast of 4.5 or more on their paper.
 */
export const style = `
:root {
  color-scheme: light dark;
  --serif: "Source Serif 4", "Source Serif Pro", Georgia, "Noto Serif", serif;
  --sans: "Source Sans 3", "Source Sans Pro", system-ui, "Noto Sans", sans-serif;
  --paper: #fff; --sunk: #f5f5f3; --line: #dededa; --ink: #14171a; --soft: #454a50;
  --accent: #0a57dc; --wait: #7c5100; --mark: #fdf1d3;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15181b; --sunk: #1d2125; --line: #343a40; --ink: #eceded; --soft: #bcc1c5;
    --accent: #86b2ff; --wait: #f0c063; --mark: #332912;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1.5rem; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 400 1rem/1.5 var(--sans); overflow-wrap: break-word;
}
header, nav, main, footer { max-width: 43rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 4rem; }
.overline { font-weight: 600; color: var(--soft); margin: 0; }
h1 { font: 600 clamp(2.2rem, 7vw, 3.4rem)/1.08 var(--serif); letter-spacing: -.015em; margin: .6rem 0 1.2rem; }
.facts { color: var(--soft); margin: 0; }
.notice { border-left: 3px solid var(--wait); padding: .1rem 0 .1rem 1rem; color: var(--wait); margin: 1.5rem 0; }
h2 { font: 600 1.6rem/1.25 var(--sans); border-top: 2px solid var(--ink); margin: 3.5rem 0 1rem; padding-top: .7rem; }
h3 { font: 600 1.25rem/1.3 var(--sans); margin: 2.4rem 0 .6rem; }
h4, h5, h6, .h7 { font: 600 1.06rem/1.4 var(--sans); margin: 1.8rem 0 .4rem; }
.front h2 { font-size: 1.1rem; margin-top: 2.5rem; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: .15em; }
a:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
:target { background: var(--mark); }
.highlights { list-style: none; counter-reset: finding; padding: 0; }
.highlights li { counter-increment: finding; position: relative; padding: .35rem 0 .35rem 1.8rem; font: 400 1.18rem/1.4 var(--serif); }
.highlights li::before { content: counter(finding); position: absolute; inset-inline-start: 0; font: 600 1rem/1.65 var(--sans); color: var(--soft); }
.highlights a { color: inherit; text-decoration: none; }
.highlights a:hover { text-decoration: underline; }
.highlights small { display: block; font: 400 .94rem/1.4 var(--sans); color: var(--soft); }
nav ul { list-style: none; padding: 0; margin: 0; columns: 1; }
nav li { padding: .2rem 0; }
.lead { font: 400 1.45rem/1.3 var(--serif); margin: .4rem 0 .8rem; }
.meta, .details, .note { color: var(--soft); font-size: .94rem; }
.prompt { font: italic 400 1.2rem/1.45 var(--serif); margin: .3rem 0; }
.gap { color: var(--wait); }
.slot { color: var(--soft); border: 1px dashed var(--line); padding: .6rem .8rem; }
.entries { padding-inline-start: 1.6rem; }
.entries > li { padding: .3rem 0; }
.entries > li::marker { font: 600 1rem/1.5 var(--sans); color: var(--soft); }
.details { list-style: none; padding: 0; margin: .15rem 0 0; }
.said { font-family: var(--serif); font-size: 1.1em; }
.written { font: 400 1.06rem/1.55 var(--serif); }
.written p { margin: .5rem 0; }
.written ul, .written ol { margin: .4rem 0; padding-inline-start: 1.6rem; }
.written li { margin: .15rem 0; }
.written .checks { list-style: none; padding-inline-start: 0; }
.written .checks > li { display: flex; gap: .5rem; }
.checks > li > div { flex: 1; min-width: 0; }
.written h3, .written h4, .written h5, .written h6, .written .h7 { font-family: var(--serif); }
blockquote { margin: .6rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); color: var(--soft); }
code, pre { font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: .87em; }
code { background: var(--sunk); padding: .05em .25em; border-radius: 3px; }
pre { background: var(--sunk); padding: .8rem 1rem; border-radius: 6px; overflow-x: auto; line-height: 1.45; }
pre code { background: none; padding: 0; font-size: 1em; }
mark { background: var(--mark); color: inherit; }
hr { border: 0; border-top: 1px solid var(--line); margin: 1.5rem 0; }
img { max-width: 100%; height: auto; }
.wide { overflow-x: auto; margin: .8rem 0; }
table { border-collapse: collapse; width: 100%; font: 400 .97rem/1.4 var(--sans); }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { text-align: start; vertical-align: top; padding: .4rem .9rem .4rem 0; border-bottom: 1px solid var(--line); }
thead th { border-bottom: 2px solid var(--ink); }
td:first-child:nth-last-child(2), td:nth-child(2):last-child { overflow-wrap: anywhere; }
footer { border-top: 1px solid var(--line); margin-top: 4rem; padding-top: 1rem; padding-bottom: 3rem; color: var(--soft); font-size: .94rem; }
footer p { margin: .25rem 0; }
@page { size: A4; margin: 22mm 25mm 24mm; @bottom-right { content: counter(page); font: 10pt sans-serif; color: #454a50; } }
@page :first { @bottom-right { content: none; } }
@media print {
  :root { color-scheme: light; --paper: #fff; --sunk: #f5f5f3; --line: #dededa; --ink: #14171a; --soft: #454a50; --accent: #0a57dc; --wait: #7c5100; --mark: #fdf1d3; }
  html { font-size: 10.5pt; }
  header, nav, main, footer { max-width: none; padding: 0; }
  main > section { break-before: page; }
  main > section.short { break-before: auto; }
  nav ul { columns: 2; }
  h2, h3, h4, h5, h6, .h7, .lead, caption, thead { break-after: avoid; }
  :is(h2, h3, h4, .meta) + p:has(+ :is(ol, ul, .wide)), p:has(+ .wide) { break-after: avoid; }
  tbody tr:first-child, .note, footer { break-before: avoid; }
  .entries > li, tr, pre, img { break-inside: avoid; }
  img { width: auto; max-height: 15cm; }
  .wide, pre { overflow: visible; white-space: pre-wrap; }
  a { color: inherit; }
  :target { background: none; }
}
`;
