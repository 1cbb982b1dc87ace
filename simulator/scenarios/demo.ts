/** Three clusters in two Regions with the troubles an operator meets. */
import type { Scenario } from './scenario.ts'

export const demo: Scenario = {
  name: 'demo',
  summary:
    'Three clusters in two Regions, with a stuck service, an unhealthy target and a deployment that rolls back.',
  build() {},
}
