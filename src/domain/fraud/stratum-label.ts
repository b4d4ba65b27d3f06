/** `coupon · mobile · returning`; parts that are not known are left out, an unknown type is named so. */
export function stratumLabel(type: string, device = '', customerType = ''): string {
  return [type === '' ? 'unknown type' : type, device, customerType]
    .filter((part) => part !== '')
    .join(' · ');
}
