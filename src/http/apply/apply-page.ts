import type { ApplyField } from '../../domain/applications/apply-form.ts';
import { escapeHtml } from '../../domain/text/escape-html.ts';
import { PLATFORMS } from '../../domain/vetting/application.ts';
import { applyFrame } from './apply-frame.ts';
import type { ApplyWords } from './apply-words.ts';

export interface ApplyPage {
  readonly language: string;
  readonly words: ApplyWords;
  /** Of the programme; ours. */
  readonly programme: string;
  readonly token: string;
  /** What was filled in before; strangers' words. */
  readonly values: Readonly<Partial<Record<string, string>>>;
  /** Fields to look at once more; `form` is the page as a whole. */
  readonly wrong: readonly (ApplyField | 'form')[];
}

/** Nobody sees or reaches this field; programs fill it in. */
export const TRAP_FIELD = 'fax';

/** The application form: plain HTML that needs no script. Everything from outside is escaped. */
export function applyPage({ language, words, programme, token, values, wrong }: ApplyPage): string {
  const named = (text: string): string => escapeHtml(text.replaceAll('{programme}', programme));
  const field = (name: ApplyField, control: string, isOptional = false): string => {
    const isWrong = wrong.includes(name);
    const label = `${escapeHtml(words[name])}${isOptional ? ` <span class="quiet">(${escapeHtml(words.optional)})</span>` : ''}`;
    const marks = `id="${name}" name="${name}"${isOptional ? '' : ' required'}${isWrong ? ` aria-invalid="true" aria-describedby="${name}-error"` : ''}`;
    return (
      `<div class="field"><label for="${name}">${label}</label>${control.replace('§', marks)}` +
      `${isWrong ? `<p class="error" id="${name}-error">${escapeHtml(words.errors[name])}</p>` : ''}</div>`
    );
  };
  const value = (name: string): string => escapeHtml(values[name] ?? '');
  const input = (name: ApplyField, more: string): string => `<input § value="${value(name)}" ${more}>`;
  const area = (name: ApplyField, rows: number, max: number): string =>
    `<textarea § rows="${rows}" maxlength="${max}">${value(name)}</textarea>`;
  const options = PLATFORMS.map(
    (name) =>
      `<option value="${name}"${values.platform === name ? ' selected' : ''}>${escapeHtml(words.platforms[name])}</option>`,
  ).join('');
  const body = [
    `<h1>${named(words.title)}</h1><p class="intro">${named(words.intro)}</p>`,
    wrong.length === 0 ? '' : errorSummary(words, wrong),
    '<form method="post" action="/apply">',
    `<input type="hidden" name="token" value="${escapeHtml(token)}">`,
    field('name', input('name', 'autocomplete="name" maxlength="100"')),
    field('email', input('email', 'type="email" autocomplete="email" maxlength="320"')),
    field('platform', `<select §><option value=""></option>${options}</select>`),
    field('handle', input('handle', 'autocomplete="off" autocapitalize="none" maxlength="200"')),
    field('url', input('url', 'type="url" placeholder="https://" maxlength="500"'), true),
    field('followers', input('followers', 'inputmode="numeric" maxlength="15"'), true),
    field('region', input('region', 'autocomplete="country-name" maxlength="60"'), true),
    field('about', area('about', 3, 2_000), true),
    field('pitch', area('pitch', 6, 4_000)),
    `<div class="trap" aria-hidden="true"><label for="${TRAP_FIELD}">${escapeHtml(words.trap)}</label><input id="${TRAP_FIELD}" name="${TRAP_FIELD}" tabindex="-1" autocomplete="off"></div>`,
    `<div class="consent"><input type="checkbox" id="consent" name="consent" value="yes" required${values.consent === 'yes' ? ' checked' : ''}${wrong.includes('consent') ? ' aria-invalid="true" aria-describedby="consent-error"' : ''}><label for="consent">${named(words.consent)}</label></div>`,
    wrong.includes('consent')
      ? `<p class="error" id="consent-error">${escapeHtml(words.errors.consent)}</p>`
      : '',
    `<button type="submit">${escapeHtml(words.send)}</button></form>`,
  ].join('\n');
  return applyFrame({ language, title: named(words.title), body });
}

function errorSummary(words: ApplyWords, wrong: ApplyPage['wrong']): string {
  const lines = wrong.map((name) => {
    const said = escapeHtml(words.errors[name]);
    return name === 'form'
      ? `<li>${said}</li>`
      : `<li><a href="#${name}">${escapeHtml(name === 'consent' ? said : words[name])}</a>${name === 'consent' ? '' : `: ${said}`}</li>`;
  });
  return `<div class="summary" role="alert"><h2>${escapeHtml(words.errorsTitle)}</h2><ul>${lines.join('')}</ul></div>`;
}
