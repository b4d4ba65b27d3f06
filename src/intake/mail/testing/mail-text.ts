/** A mail's bytes from lines; line ends as mail has them. */
export function mailText(...lines: readonly string[]): Buffer {
  return Buffer.from(lines.join('\r\n'), 'utf8');
}

/** A mail with a head that is good enough, and the given lines after it. */
export function mailWith(...lines: readonly string[]): Buffer {
  return mailText('From: Ann <ann@shop.test>', 'Subject: Test', 'MIME-Version: 1.0', ...lines);
}
