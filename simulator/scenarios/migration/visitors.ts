/** Who goes to the hostnames of `migration`, and by which resolver. */
import { addResolvers } from '../../engine/dns/resolvers.ts'
import { addVisitors, type VisitorsOptions } from '../../engine/traffic/visitors.ts'
import type { Site } from '../building.ts'

/** Mean requests a second by service, and the hostname it will take over. */
const HOSTS: Record<string, { host: string; rps: number }> = {
  www: { host: 'www.example.com', rps: 18 },
  shop: { host: 'shop.example.com', rps: 12 },
  portal: { host: 'portal.example.com', rps: 4 },
  api: { host: 'api.example.com', rps: 30 },
  app: { host: 'app.example.com', rps: 6 },
  site: { host: 'example.com', rps: 8 },
  media: { host: 'media.example.com', rps: 25 },
  docs: { host: 'docs.example.com', rps: 3 },
  search: { host: 'search.example.com', rps: 10 },
  orders: { host: 'orders.example.com', rps: 9 },
}

/** Shares of the requests by kind of visitor. */
export const kindsOfVisitors: Record<
  string,
  Pick<VisitorsOptions, 'resolver' | 'keepsConnections'> & { share: number }
> = {
  google: { resolver: 'google', share: 0.45 },
  cloudflare: { resolver: 'cloudflare', share: 0.25 },
  office: { resolver: 'corporate', share: 0.2 },
  isp: { resolver: 'clamping', share: 0.06 },
  partners: { resolver: 'corporate', keepsConnections: true, share: 0.04 },
}

/** Small, so that what a cutover meets (a service that breaks, too little traffic) hardly depends on the time of day. */
const swing = 0.2

export function addAllVisitors({ world, region }: Site): void {
  addResolvers(world)
  for (const [service, { host, rps }] of Object.entries(HOSTS)) {
    const common = { region: region.name, host, swing }
    for (const [kind, { share, ...how }] of Object.entries(kindsOfVisitors)) {
      addVisitors(world, { ...common, ...how, name: `${service}-${kind}`, rps: rps * share })
    }
  }
  for (const service of ['media', 'www']) {
    const { host, rps } = HOSTS[service] ?? { host: '', rps: 0 }
    addVisitors(world, {
      name: `${service}-ipv6`,
      region: region.name,
      host,
      swing,
      resolver: 'google',
      ipv6: true,
      rps: rps * 0.1,
    })
  }
}
