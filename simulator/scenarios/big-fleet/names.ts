/** 5,000 names of services as a large company has them: what it is about, what it does, and for whom. */
import { nextRandom } from '../../world/random.ts'
import type { World } from '../../world/world.ts'

const subjects =
  `accounts addresses alerts analytics auctions audit baskets billing campaigns cards catalog chat checkout
consent contracts coupons currency customers delivery devices disputes exports feeds fraud gifts identity imports inventory
invoices ledger loyalty mail media orders payments payouts prices profiles promotions quotes ratings recommendations refunds
returns search sessions shipping stores taxes users`.split(/\s+/)

const parts =
  `api web worker scheduler gateway events indexer sync reports admin cache-warmer consumer webhooks exporter
notifier proxy router batch stream monitor`.split(/\s+/)

const audiences = ['', 'kr', 'jp', 'us', 'partner']

export interface ServiceName {
  name: string
  subject: string
  part: string
}

/** All names in the world's own order (AWS lists services in no order either). */
export function serviceNames(world: World): ServiceName[] {
  const names = subjects.flatMap((subject) =>
    parts.flatMap((part) =>
      audiences.map((audience) => ({
        name: [subject, part, audience].filter((word) => word !== '').join('-'),
        subject,
        part,
      })),
    ),
  )
  for (let index = names.length - 1; index > 0; index -= 1) {
    const other = Math.floor(nextRandom(world) * (index + 1))
    const [a, b] = [names[index], names[other]]
    if (a && b) [names[index], names[other]] = [b, a]
  }
  return names
}
