import type { LookMeasure } from '../../../src/domain/vetting/look/look-measure.ts';
import type { Queryable } from '../../client.ts';

export interface BoardPictureToKeep {
  readonly name: string;
  readonly look: LookMeasure;
  readonly shown: Uint8Array;
}

/** Puts a board in the place of the one before, in the caller's transaction. */
export async function putBoard(
  db: Queryable,
  pictures: readonly BoardPictureToKeep[],
  { isSimulated }: { readonly isSimulated: boolean },
): Promise<void> {
  await db.query('delete from brand_picture');
  for (const [at, { name, look, shown }] of pictures.entries()) {
    await db.query(
      'insert into brand_picture (place, name, look, shown, is_simulated) values ($1, $2, $3, $4, $5)',
      [at + 1, name.slice(0, 200), JSON.stringify(look), Buffer.from(shown), isSimulated],
    );
  }
}
