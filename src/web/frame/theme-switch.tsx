import { useEffect, useState } from 'react';
import { Button } from '../ui/button.tsx';

const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];
const KEY = 'theme';

/** Follows the system unless told otherwise; the choice stays on this device. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState<Theme>(
    () => THEMES.find((name) => name === localStorage.getItem(KEY)) ?? 'system',
  );
  useEffect(() => {
    localStorage.setItem(KEY, theme);
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
  return (
    <Button look="bare" aria-label={`Colours: ${theme}. Change to ${next}.`} onClick={() => setTheme(next)}>
      {theme === 'system' ? '◐' : theme === 'light' ? '○' : '●'} {theme}
    </Button>
  );
}
