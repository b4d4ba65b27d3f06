import type { Evidence } from '../../domain/proposals/evidence.ts';
import { colourDifference } from '../../domain/vetting/look/colour-difference.ts';
import type { Swatch } from '../../domain/vetting/look/palette.ts';
import { Section } from '../ui/section.tsx';
import { Tag } from '../ui/tag.tsx';

type Look = Extract<Evidence, { type: 'look' }>;

const SHOWN_MAX = 9;
const NAMES: Readonly<Record<Look['look']['parts'][number]['name'], string>> = {
  palette: 'Palette',
  lightness: 'Lightness (tone)',
  contrast: 'Contrast',
  chroma: 'Saturation',
  warmth: 'Warmth',
  busyness: 'Busyness',
  emptiness: 'Calm areas',
  offCentre: 'Distance from the middle',
};
const percent = (share: number): string => `${Math.round(share * 100)}\u00A0%`;

/** Their pictures beside the brand's: the pictures, the colours they are made of, and each measure with how close it comes. */
export function LookBoard({ evidence }: { evidence: Look }) {
  const { look, limit, paletteDistance, applicationId, posts, board, isBoardSimulated } = evidence;
  const isOff = look.closeness < limit;
  return (
    <Section title="Does it look like us?">
      <p className="mb-3 max-w-[75ch]">
        <span className="font-semibold tabular-nums">{percent(look.closeness)}</span> close to the brand’s
        board over {look.pictures} {look.pictures === 1 ? 'picture' : 'pictures'}; below {percent(limit)} is
        off-brand
        {isOff ? ', so it is flagged' : ''}. Palettes are{' '}
        <span className="tabular-nums">{paletteDistance.toFixed(1)}</span> ΔE apart.
        {look.unreadable > 0 && ` ${look.unreadable} more could not be looked at.`}
      </p>
      <div className="grid gap-6 sm:grid-cols-2">
        <Side
          title="Theirs"
          sources={posts.map((place) => `/api/applications/${applicationId}/pictures/${place}`)}
          alt="Picture of their post"
          palette={look.postsPalette}
          against={look.brandPalette}
        />
        <Side
          title="The brand’s board"
          sources={board.map((place) => `/api/board/${place}`)}
          alt="Reference picture"
          palette={look.brandPalette}
          against={null}
          isSimulated={isBoardSimulated}
        />
      </div>
      <table className="mt-4 w-full text-left">
        <thead className="text-xs text-quiet">
          <tr>
            <th className="py-1 font-normal">Measure</th>
            <th className="py-1 text-right font-normal">Theirs</th>
            <th className="py-1 text-right font-normal">Brand</th>
            <th className="py-1 text-right font-normal">Closeness</th>
          </tr>
        </thead>
        <tbody className="tabular-nums">
          {look.parts.map(({ name, posts: theirs, brand, closeness }) => (
            <tr key={name} className="border-t border-line">
              <td className="py-1">{NAMES[name]}</td>
              <td className="py-1 text-right">{theirs === null ? '' : figure(theirs)}</td>
              <td className="py-1 text-right">{brand === null ? '' : figure(brand)}</td>
              <td className="py-1 text-right">{percent(closeness)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Side({
  title,
  sources,
  alt,
  palette,
  against,
  isSimulated = false,
}: {
  title: string;
  sources: readonly string[];
  alt: string;
  palette: readonly Swatch[];
  against: readonly Swatch[] | null;
  isSimulated?: boolean;
}) {
  return (
    <div>
      <h4 className="mb-2 flex items-center gap-2 text-xs text-quiet">
        {title} {isSimulated && <Tag>simulated</Tag>}
      </h4>
      <div className="grid grid-cols-3 gap-1">
        {sources.slice(0, SHOWN_MAX).map((source, at) => (
          <img
            key={source}
            src={source}
            alt={`${alt} ${at + 1}`}
            loading="lazy"
            className="aspect-square w-full rounded-md bg-panel object-cover"
          />
        ))}
      </div>
      <ul className="mt-2 flex flex-wrap gap-x-3 gap-y-1 text-xs text-quiet tabular-nums">
        {palette.map((swatch) => {
          const { l, a, b, share } = swatch;
          const apart =
            against === null ? null : Math.min(...against.map((near) => colourDifference(swatch, near)));
          return (
            <li key={`${l} ${a} ${b}`} className="flex items-center gap-1">
              <span
                className="inline-block size-4 rounded-sm border border-line"
                style={{ backgroundColor: `lab(${l} ${a} ${b})` }}
              />
              {percent(share)}
              {apart !== null && Number.isFinite(apart) && <span>ΔE {apart.toFixed(0)}</span>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

const figure = (value: number): string => (Math.abs(value) < 2 ? value.toFixed(2) : value.toFixed(1));
