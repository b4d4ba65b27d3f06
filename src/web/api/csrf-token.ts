/** Held in memory only: it dies with the page, as it should. */
let token: string | null = null;

export function rememberCsrfToken(value: string | null): void {
  token = value;
}

export function readCsrfToken(): string | null {
  return token;
}
