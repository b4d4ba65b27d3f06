import assert from 'node:assert';

/**
 * What each of a line's credit notes takes of its commission, in proportion to the units that come back.
 *
 * The sum taken is rounded towards zero and a note takes what its units add to it, so that many notes never take
 * more than the commission, and all of it when everything is back.
 *
 * @param commissionMicros - the line's, >= 0.
 * @param quantity - units sold, > 0.
 * @param returned - units of each note, in time; together at most `quantity`.
 */
export function noteAmounts(
  commissionMicros: bigint,
  quantity: bigint,
  returned: readonly bigint[],
): bigint[] {
  let units = 0n;
  let taken = 0n;
  return returned.map((note) => {
    units += note;
    assert(units <= quantity, 'more units came back than were sold');
    const before = taken;
    taken = (commissionMicros * units) / quantity;
    return taken - before;
  });
}
