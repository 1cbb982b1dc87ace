/**
 * Live hostnames that still lead to old servers, and new ECS services that are ready to take them over. Region ap-northeast-2;
 * zone `example.com` (public, delegated; SOA negative TTL 900) and a private zone of the same name in the default VPC with
 * `db` and `intranet`. Every hostname has had a day of traffic. Names, for those who write tests:
 *
 * | Hostname             | Layout in the zone                                     | Old servers                               |
 * | -------------------- | ------------------------------------------------------ | ----------------------------------------- |
 * | `www.example.com`    | A, TTL 3600 (`m` is a CNAME to it)                     | Elastic IP 203.0.113.10, tag `www-legacy` |
 * | `shop.example.com`   | A with 4 values, TTL 300                               | on premises, 198.51.100.11 to .14         |
 * | `portal.example.com` | CNAME to `portal.onprem.example.net`, TTL 600          | on premises, 198.51.100.20                |
 * | `api.example.com`    | alias A to the classic load balancer `api-legacy`      | 2 instances tagged `api-legacy`           |
 * | `app.example.com`    | CNAME to an Elastic Beanstalk environment, TTL 300     | `legacy-app…elasticbeanstalk.com`         |
 * | `example.com`        | A, TTL 300, beside MX, TXT, CAA                        | Elastic IP 203.0.113.11, tag `site-legacy` |
 * | `media.example.com`  | A and AAAA, TTL 300                                    | on premises, 198.51.100.30, 2001:db8::30  |
 * | `docs.example.com`   | none of its own: `*.example.com` A, TTL 300, serves it | on premises, 198.51.100.40                |
 * | `search.example.com` | weighted A 70 `blue` and 30 `green`, TTL 300           | on premises, 198.51.100.51 and .52        |
 * | `orders.example.com` | alias A to `orders-alb`, whose rule forwards to them   | 2 instances in target group `orders-legacy` |
 *
 * Cluster `edge` has one Fargate service for each (`www`, `shop`, `portal`, `api`, `app`, `site` for the apex, `media`,
 * `docs`, `search`, `orders`) with a target group of the same name, two or more healthy targets in two zones, and a rule by host
 * on the HTTPS listener of `edge-alb` (certificate for `example.com` and `*.example.com`). Exceptions, each a trap but the first two:
 * - `media` has its own `media-alb`, which is dualstack
 * - `orders` has its own `orders-alb`, where its rule is for `orders-preview.example.com`; that of `orders.example.com` forwards to
 *   the old instances
 * - `docs` has its own `docs-alb`, whose certificate is for `docs.example.org`: the wrong certificate
 * - the rule for `app` says `app.example.org`: requests for `app.example.com` end at the default action, a 404
 * - `shop` has its own `shop-alb` and breaks above 6 requests a second, where its visitors send 12: it fails under load
 *
 * Visitors of each hostname are named `<service>-google`, `-cloudflare`, `-office` (resolver `corporate`), `-isp` (resolver
 * `clamping`) and `-partners` (a pool that keeps its connections); `media-ipv6` and `www-ipv6` prefer IPv6. Alarms `edge-5xx`
 * and `shop-5xx` are OK.
 */
import { advanceTo } from '../engine/advance.ts'
import type { World } from '../world/world.ts'
import { siteIn } from './building.ts'
import { addLegacy } from './migration/legacy.ts'
import { addOrders } from './migration/orders.ts'
import { addNewServices } from './migration/services.ts'
import { addAllVisitors } from './migration/visitors.ts'
import { addZones } from './migration/zones.ts'
import { type Scenario, withPast } from './scenario.ts'

const hour = 3_600_000
const minute = 60_000

export const migration: Scenario = {
  name: 'migration',
  summary:
    'Ten live hostnames on old servers, each in another layout, and new services ready to take them over.',
  build(world) {
    withPast(world, 24 * hour + 10 * minute, () => setUpMigration(world))
  },
}

/** Builds it all; ten minutes pass until the new services are steady and the first visitors come. */
export function setUpMigration(world: World): void {
  const site = siteIn(world, 'ap-northeast-2')
  const legacy = addLegacy(site)
  addNewServices(site)
  addOrders(site, legacy)
  addZones(site, legacy)
  advanceTo(world, world.now + 10 * minute)
  addAllVisitors(site)
}
