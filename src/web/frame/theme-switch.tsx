import { useId } from 'react';
import { THEMES, useTheme } from './use-theme.ts';

/** Follows the system unless told otherwise; the choice stays on this device. */
export function ThemeSwitch() {
  const [theme, setTheme] = useTheme();
  const group = useId();
  return (
    <fieldset className="grid grid-cols-3 rounded-md border border-line text-xs">
      <legend className="sr-only">Colours</legend>
      {THEMES.map((name) => (
        <label
          key={name}
          className="flex min-h-6.5 cursor-pointer items-center justify-center rounded-[5px] text-quiet capitalize select-none hover:bg-hover has-checked:bg-hover has-checked:font-semibold has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent touch:min-h-11"
        >
          <input
            type="radio"
            name={group}
            value={name}
            checked={theme === name}
            onChange={() => setTheme(name)}
            className="sr-only"
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}
