import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { CouponSourceItem } from '../../domain/coupons/coupon-items.ts';
import { request } from '../api/request.ts';
import { Button } from '../ui/button.tsx';

const KINDS = ['page', 'search', 'feed'] as const;
const FIELD = 'min-h-8 rounded-md border border-line bg-paper px-2 touch:min-h-11';

/** A form to watch one more site. The first check follows within minutes. */
export function AddSource() {
  const client = useQueryClient();
  const [url, setUrl] = useState('');
  const [kind, setKind] = useState<(typeof KINDS)[number]>('page');
  const add = useMutation({
    mutationFn: () => request('/api/coupon-sources', CouponSourceItem, { body: { url: url.trim(), kind } }),
    onSuccess: () => setUrl(''),
    onSettled: () => client.invalidateQueries({ queryKey: ['coupon-sources'] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <form onSubmit={submit} className="mb-5 flex flex-wrap items-end gap-3">
      <label className="flex min-w-0 grow basis-72 flex-col gap-1 text-xs text-quiet md:max-w-xl">
        Address of the page
        <input
          type="url"
          required
          value={url}
          onChange={({ target }) => setUrl(target.value)}
          placeholder="https://"
          className={`${FIELD} text-base text-ink`}
        />
      </label>
      <label className="flex flex-col gap-1 text-xs text-quiet">
        Kind
        <select
          value={kind}
          onChange={({ target }) => setKind(KINDS.find((each) => each === target.value) ?? 'page')}
          className={`${FIELD} text-base text-ink`}
        >
          {KINDS.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      <Button type="submit" look="primary" disabled={add.isPending || url.trim() === ''}>
        Watch this site
      </Button>
      <p role="status" className={`basis-full text-xs ${add.error ? 'text-lost' : 'text-quiet'}`}>
        {add.error?.message ??
          (add.isSuccess ? `${add.data.publisher} is watched; the first check follows within minutes.` : '')}
      </p>
    </form>
  );
}
