import { buildSchema } from 'graphql';

/** The part of Shopify's Admin API that we ask for; written from its document, not recorded. */
export const SHOPIFY_SCHEMA = buildSchema(`
  scalar DateTime
  scalar Decimal
  enum OrderSortKeys { UPDATED_AT CREATED_AT ID }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type MoneyV2 { amount: Decimal! currencyCode: String! }
  type MoneyBag { shopMoney: MoneyV2! }
  type Count { count: Int! }
  type Shop { currencyCode: String! orderNumberFormatPrefix: String! orderNumberFormatSuffix: String! }
  type AccessScope { handle: String! }
  type AppInstallation { accessScopes: [AccessScope!]! }
  type Customer { id: ID! }
  type DiscountAllocation { allocatedAmountSet: MoneyBag! }
  type LineItem { id: ID! sku: String quantity: Int! originalUnitPriceSet: MoneyBag! discountAllocations: [DiscountAllocation!]! }
  type LineItemEdge { node: LineItem! }
  type LineItemConnection { pageInfo: PageInfo! nodes: [LineItem!]! edges: [LineItemEdge!]! }
  type RefundLineItem { lineItem: LineItem! quantity: Int! subtotalSet: MoneyBag! }
  type RefundLineItemConnection { pageInfo: PageInfo! nodes: [RefundLineItem!]! }
  type Refund { id: ID! createdAt: DateTime refundLineItems(first: Int, after: String): RefundLineItemConnection! }
  type Fulfillment { displayStatus: String deliveredAt: DateTime updatedAt: DateTime! }
  type Order {
    id: ID! name: String! createdAt: DateTime! updatedAt: DateTime! cancelledAt: DateTime test: Boolean!
    currencyCode: String! customer: Customer discountCodes: [String!]! refunds: [Refund!]! fulfillments: [Fulfillment!]!
    lineItems(first: Int, after: String): LineItemConnection!
  }
  type OrderEdge { node: Order! }
  type OrderConnection { pageInfo: PageInfo! nodes: [Order!]! edges: [OrderEdge!]! }
  type Location { name: String! }
  type InventoryQuantity { name: String! quantity: Int! }
  type InventoryLevel { location: Location! quantities(names: [String!]!): [InventoryQuantity!]! }
  type InventoryLevelConnection { pageInfo: PageInfo! nodes: [InventoryLevel!]! }
  type InventoryItem { id: ID! sku: String tracked: Boolean! inventoryLevels(first: Int): InventoryLevelConnection! }
  type InventoryItemConnection { pageInfo: PageInfo! nodes: [InventoryItem!]! }
  type RedeemCode { code: String! }
  type RedeemCodeConnection { pageInfo: PageInfo! nodes: [RedeemCode!]! }
  type DiscountPercentage { percentage: Float! }
  type DiscountAmount { amount: MoneyV2! }
  union DiscountValue = DiscountPercentage | DiscountAmount
  type CustomerGets { value: DiscountValue! }
  type DiscountCodeBasic { startsAt: DateTime! endsAt: DateTime codes(first: Int, after: String): RedeemCodeConnection! customerGets: CustomerGets! }
  type DiscountCodeFreeShipping { startsAt: DateTime! endsAt: DateTime codes(first: Int, after: String): RedeemCodeConnection! }
  type DiscountCodeBxgy { startsAt: DateTime! endsAt: DateTime codes(first: Int, after: String): RedeemCodeConnection! }
  union DiscountCode = DiscountCodeBasic | DiscountCodeFreeShipping | DiscountCodeBxgy
  type DiscountCodeNode { id: ID! codeDiscount: DiscountCode! }
  type DiscountCodeNodeConnection { pageInfo: PageInfo! nodes: [DiscountCodeNode!]! }
  interface Node { id: ID! }
  type BulkOperation implements Node { id: ID! status: String! errorCode: String objectCount: String! url: String }
  type UserError { message: String! }
  type BulkOperationRunQueryPayload { bulkOperation: BulkOperation userErrors: [UserError!]! }
  type Query {
    shop: Shop!
    currentAppInstallation: AppInstallation!
    ordersCount(query: String, limit: Int): Count
    orders(first: Int, after: String, query: String, sortKey: OrderSortKeys): OrderConnection!
    order(id: ID!): Order
    refund(id: ID!): Refund
    inventoryItems(first: Int, after: String): InventoryItemConnection!
    codeDiscountNodes(first: Int, after: String): DiscountCodeNodeConnection!
    codeDiscountNode(id: ID!): DiscountCodeNode
    node(id: ID!): Node
  }
  type Mutation { bulkOperationRunQuery(query: String!): BulkOperationRunQueryPayload }
`);
