/** Where anybody gets an address: the domain says nothing about the sender. */
const FREE_MAIL =
  /^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|web|t-online|freenet|mail|proton|protonmail|pm|fastmail|orange|wanadoo|free|laposte|sfr|libero|virgilio|tiscali|alice|uol|bol|terra|ziggo|kpnmail|hetnet|planet|telefonica|sapo|btinternet|sky|talktalk|yandex|qq|163|126|zoho|tutanota|hey)\.(?:com?|net|org|de|fr|es|it|nl|pt|uk|co\.uk|com\.br|ch|at|be|me|ru|eu|example|test)$/;

/** @param domain - in lower case. */
export function isFreeMail(domain: string): boolean {
  return FREE_MAIL.test(domain);
}
