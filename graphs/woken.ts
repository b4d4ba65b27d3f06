/** What wakes a thread when a decision has landed. It says nothing: the thread reads the rows. */
export const WOKEN = 'woken';
