/** What is asked of the Admin API. Connections are kept short: a query may cost 1,000 points at most. */

const LINE = `id sku quantity originalUnitPriceSet { shopMoney { amount } }
  discountAllocations { allocatedAmountSet { shopMoney { amount } } }`;

const ORDER = `id name createdAt updatedAt cancelledAt test currencyCode customer { id } discountCodes
  refunds { id createdAt }
  fulfillments { displayStatus deliveredAt updatedAt }`;

export const SHOP_QUERY = `query { shop { currencyCode orderNumberFormatPrefix orderNumberFormatSuffix } }`;

export const SCOPES_QUERY = `query { currentAppInstallation { accessScopes { handle } } }`;

export const COUNT_QUERY = `query ($filter: String) { ordersCount(query: $filter, limit: null) { count } }`;

export const ORDERS_QUERY = `query ($filter: String, $after: String) {
  orders(first: 15, after: $after, query: $filter, sortKey: UPDATED_AT) {
    pageInfo { hasNextPage endCursor }
    nodes { ${ORDER} lineItems(first: 25) { pageInfo { hasNextPage endCursor } nodes { ${LINE} } } } } }`;

export const LINES_QUERY = `query ($id: ID!, $after: String) {
  order(id: $id) { lineItems(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { ${LINE} } } } }`;

export const REFUND_QUERY = `query ($id: ID!, $after: String) {
  refund(id: $id) { refundLineItems(first: 100, after: $after) { pageInfo { hasNextPage endCursor }
    nodes { lineItem { id } quantity subtotalSet { shopMoney { amount } } } } } }`;

export const INVENTORY_QUERY = `query ($after: String) {
  inventoryItems(first: 25, after: $after) { pageInfo { hasNextPage endCursor }
    nodes { id sku tracked inventoryLevels(first: 20) { pageInfo { hasNextPage endCursor }
      nodes { location { name } quantities(names: ["on_hand", "incoming"]) { name quantity } } } } } }`;

export const CODES_QUERY = `query ($after: String) {
  codeDiscountNodes(first: 20, after: $after) { pageInfo { hasNextPage endCursor }
    nodes { id codeDiscount { __typename
      ... on DiscountCodeBasic { startsAt endsAt
        codes(first: 20) { pageInfo { hasNextPage endCursor } nodes { code } }
        customerGets { value { __typename
          ... on DiscountPercentage { percentage }
          ... on DiscountAmount { amount { amount currencyCode } } } } }
      ... on DiscountCodeFreeShipping { startsAt endsAt codes(first: 20) { pageInfo { hasNextPage endCursor } nodes { code } } }
      ... on DiscountCodeBxgy { startsAt endsAt codes(first: 20) { pageInfo { hasNextPage endCursor } nodes { code } } } } } } }`;

/** One discount's codes further on: an influencer programme may keep thousands under one discount. */
export const MORE_CODES_QUERY = `query ($id: ID!, $after: String) {
  codeDiscountNode(id: $id) { codeDiscount {
    ... on DiscountCodeBasic { codes(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { code } } }
    ... on DiscountCodeFreeShipping { codes(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { code } } }
    ... on DiscountCodeBxgy { codes(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { code } } } } } }`;

export const BULK_STATE_QUERY = `query ($id: ID!) {
  node(id: $id) { ... on BulkOperation { status errorCode objectCount url } } }`;

export const BULK_START = `mutation ($query: String!) {
  bulkOperationRunQuery(query: $query) { bulkOperation { id status } userErrors { message } } }`;

/**
 * All orders of a filter with their lines, as a file. Lines of refunds are asked for one by one: a bulk query takes no
 * connection inside a list.
 */
export function bulkOrdersQuery(filter: string): string {
  return `{ orders(query: ${JSON.stringify(filter)}, sortKey: UPDATED_AT) { edges { node { ${ORDER}
    lineItems { edges { node { ${LINE} } } } } } } }`;
}
