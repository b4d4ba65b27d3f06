/** Looks like the rest of the page: same tokens, light and dark. */
export const APPLY_STYLE = `:root {
  color-scheme: light dark;
  --paper: light-dark(#ffffff, #131615);
  --panel: light-dark(#f6f8f7, #191d1c);
  --line: light-dark(#8b9795, #5d6967);
  --ink: light-dark(#141d1c, #e9eeec);
  --quiet: light-dark(#52605e, #9eaba8);
  --accent: light-dark(#0b5f5b, #6ecac2);
  --accent-ink: light-dark(#ffffff, #0c1514);
  --lost: light-dark(#a1231b, #f3948a);
  --lost-paper: light-dark(#fbeceb, #3a1e1c);
}
* { box-sizing: border-box; }
body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font: 16px/1.5 "Inter Variable", ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
main { max-width: 40rem; margin: 0 auto; padding: 32px 20px 64px; }
h1 { font-size: 24px; line-height: 1.25; margin: 0 0 8px; }
h2 { font-size: 16px; margin: 0 0 4px; }
.intro { margin: 0 0 24px; color: var(--quiet); max-width: 60ch; }
.field { margin: 0 0 16px; }
label { display: block; font-weight: 550; margin-bottom: 4px; }
.quiet { color: var(--quiet); font-weight: 400; }
input, select, textarea {
  width: 100%;
  min-height: 44px;
  padding: 8px 12px;
  border: 1px solid var(--line);
  border-radius: 6px;
  background: var(--paper);
  color: var(--ink);
  font: inherit;
}
textarea { resize: vertical; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
[aria-invalid="true"] { border-color: var(--lost); border-width: 2px; }
.error { color: var(--lost); margin: 4px 0 0; }
.summary { background: var(--lost-paper); border-radius: 6px; padding: 12px 16px; margin: 0 0 24px; }
.summary ul { margin: 0; padding-left: 20px; }
.summary a { color: inherit; }
.consent { display: grid; grid-template-columns: 24px 1fr; gap: 12px; margin: 24px 0; background: var(--panel); padding: 12px; border-radius: 6px; }
.consent + .error { margin: -12px 0 24px; }
.consent label { font-weight: 400; margin: 0; }
.consent input { width: 24px; min-height: 24px; height: 24px; margin: 0; accent-color: var(--accent); }
button {
  min-height: 44px;
  padding: 8px 20px;
  border: 0;
  border-radius: 6px;
  background: var(--accent);
  color: var(--accent-ink);
  font: inherit;
  font-weight: 600;
  cursor: pointer;
}
.trap { position: absolute; left: -10000px; width: 1px; height: 1px; overflow: hidden; }
@media (max-width: 30rem) { button { width: 100%; } main { padding-top: 20px; } }
`;
