import type { ReactNode } from 'react';
import { HAND_OVER_REASONS } from '../../domain/inbox/hand-over.ts';
import type { QueueCard } from '../api/queue-card.ts';
import { percent } from '../format/percent.ts';
import { Section } from '../ui/section.tsx';
import { Tag } from '../ui/tag.tsx';
import { applicationRows } from './application-rows.ts';
import { couponRows } from './coupon-rows.ts';
import type { DetailActions } from './detail-actions.tsx';
import { LetterPreview } from './letter.tsx';

interface Props {
  readonly effect: QueueCard['effect'];
  readonly isEditing: boolean;
  /** Null where it is only shown. */
  readonly actions: Pick<DetailActions, 'onEdit' | 'onApprove'> | null;
}

/** What would happen, where title and figures do not say it all: the letter, the rate before and after, who takes a mail. */
export function EffectDetail({ effect, isEditing, actions }: Props) {
  switch (effect.kind) {
    case 'partner.warn':
      return <EditableLetter effect={effect} isEditing={isEditing} actions={actions} />;
    case 'mail.reply':
      return (
        <>
          <Fields
            rows={[
              ['To', effect.to],
              ['Language', effect.language],
              [
                'Written by',
                <span key="by" className="flex gap-2">
                  {effect.isTemplate ? <Tag>template</Tag> : <Tag tone="waiting">language model</Tag>}
                  {effect.automatic && <Tag>may pass by policy</Tag>}
                </span>,
              ],
            ]}
          />
          <EditableLetter effect={effect} isEditing={isEditing} actions={actions} />
        </>
      );
    case 'partner.payout-details':
      return (
        <>
          <Fields rows={[['To, on file', effect.to]]} />
          <EditableLetter effect={effect} isEditing={false} actions={actions} />
        </>
      );
    case 'mail.hand-over':
      return (
        <Fields
          rows={[
            ['Taken in hand by', `the ${effect.desk} desk`],
            ['Why', effect.reasons.map((reason) => HAND_OVER_REASONS[reason]).join(' ')],
          ]}
        />
      );
    case 'commission.change':
      return (
        <Fields
          rows={[
            [
              'Rate',
              `${effect.fromBps === null ? 'none on file' : percent(effect.fromBps)} → ${percent(effect.toBps)}`,
            ],
            ['For', effect.skuGroup ?? 'all products'],
            [
              'From',
              `${effect.startsAt.slice(0, 10)}${effect.endsAt === null ? '' : ` to ${effect.endsAt.slice(0, 10)}`}`,
            ],
          ]}
        />
      );
    case 'application.accept':
    case 'application.decline':
    case 'application.ask':
      return (
        <>
          <Fields rows={applicationRows(effect)} />
          <EditableLetter effect={effect} isEditing={isEditing} actions={actions} />
        </>
      );
    case 'code.retire':
    case 'code.reissue':
    case 'commission.zero-non-owner':
    case 'site.blacklist':
      return <Fields rows={couponRows(effect)} />;
    case 'network.extend-lock':
      return (
        <>
          <Fields
            rows={[
              ['For', `${effect.network}: take it to its form or to your account manager`],
              [
                'Locks',
                `${[...new Set([effect.firstLocksAt.slice(0, 10), effect.lastLocksAt.slice(0, 10)])].join(' to ')}, sales in ${effect.currency}`,
              ],
              ['Warning', `${effect.daysBefore} ${effect.daysBefore === 1 ? 'day' : 'days'} ahead`],
            ]}
          />
          <EditableLetter effect={effect} isEditing={isEditing} actions={actions} />
        </>
      );
    case 'partner.offboard':
      return (
        <>
          <Fields rows={couponRows(effect)} />
          <EditableLetter effect={effect} isEditing={isEditing} actions={actions} />
        </>
      );
    case 'commission.hold':
    case 'commission.clawback':
    case 'commission.correct':
    case 'partner.block':
      return null;
    default:
      return effect satisfies never;
  }
}

function EditableLetter({
  effect,
  isEditing,
  actions,
}: Omit<Props, 'effect'> & { readonly effect: { readonly subject: string; readonly body: string } }) {
  return (
    <LetterPreview
      letter={effect}
      isEditing={isEditing}
      onEdit={(editing) => actions?.onEdit(editing)}
      onApprove={(edits) => actions?.onApprove({ ...edits })}
    />
  );
}

function Fields({ rows }: { readonly rows: readonly (readonly [string, ReactNode])[] }) {
  return (
    <Section title="What happens">
      <dl className="grid max-w-[75ch] grid-cols-[auto_1fr] gap-x-6 gap-y-1">
        {rows.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-quiet">{name}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
