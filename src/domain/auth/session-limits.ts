/** A session nobody used for this long ends: a long weekend, not a holiday. */
export const SESSION_IDLE_HOURS = 72;
/** A session ends this long after its sign-in however much it is used. */
export const SESSION_LIFETIME_HOURS = 14 * 24;
/** A sign-in link that nobody opened stops working: it stands in a terminal's history. */
export const SIGN_IN_LINK_HOURS = 12;
