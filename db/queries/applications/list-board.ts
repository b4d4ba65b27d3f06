import { z } from 'zod';
import { LookMeasure } from '../../../src/domain/vetting/look/look-measure.ts';
import type { Queryable } from '../../client.ts';

const Row = z.object({ place: z.int(), name: z.string(), look: LookMeasure, is_simulated: z.boolean() });

export interface BoardItem {
  readonly place: number;
  readonly name: string;
  readonly look: LookMeasure;
  readonly isSimulated: boolean;
}

/** The brand's reference pictures; empty when there are none. */
export async function listBoard(db: Queryable): Promise<BoardItem[]> {
  const { rows } = await db.query('select place, name, look, is_simulated from brand_picture order by place');
  return rows.map((raw) => {
    const { is_simulated: isSimulated, ...row } = Row.parse(raw);
    return { ...row, isSimulated };
  });
}
