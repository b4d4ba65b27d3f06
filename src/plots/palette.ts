/** The colours a plot uses; CSS variables on the page, plain colours in a report or mail. */
export interface Palette {
  readonly text: string;
  readonly quiet: string;
  readonly line: string;
  readonly accent: string;
  readonly comparison: string;
}

/** Names the page's own tokens, so that a plot follows light and dark by itself. */
export const PAGE_PALETTE: Palette = {
  text: 'var(--color-ink)',
  quiet: 'var(--color-quiet)',
  line: 'var(--color-line)',
  accent: 'var(--color-accent)',
  comparison: 'var(--color-ink)',
};
