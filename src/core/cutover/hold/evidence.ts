/** What speaks for it that nobody needs the legacy any more. Times are ms since the epoch; undefined where it could not be read. */
import type { ResolverSample } from '../../dns/resolver-answer.ts'
import type { Sides } from '../verification/sides.ts'
import type { Pointer } from './pointers.ts'

export interface TrafficHour {
  /** Start of the hour. */
  at: number
  /** Undefined where CloudWatch has no value. */
  value: number | undefined
}

export type LegacyTraffic =
  /** RequestCount of a load balancer, or packets that came in to an instance. */
  | {
      kind: 'requests' | 'packets'
      /** Of the load balancer or instance. */
      name: string
      /** The last whole hours, oldest first; undefined when CloudWatch could not be read. */
      hours: readonly TrafficHour[] | undefined
      /** Median of an hour before the cutover. */
      before: number | undefined
    }
  /** Somebody looked, and wrote down what they saw. */
  | { kind: 'attested'; name: string; note: string | undefined }

export interface HoldEvidence {
  /** The zone is in the last state, and INSYNC. */
  isLastState: boolean
  /** INSYNC of the state in which the hold began. */
  heldSince: number | undefined
  /** ms. */
  required: number
  legacy: readonly LegacyTraffic[]
  /** By type; undefined where public resolvers are not asked. */
  resolvers: readonly { type: string; samples: readonly ResolverSample[] }[] | undefined
  sides: Sides
  /** Other records of the account's zones, private ones too, that still lead to the legacy. */
  pointers: readonly Pointer[] | undefined
  /** Somebody says that no resolver inside, hosts file or partner leads to the legacy. */
  insideAttested: boolean
  /** Somebody said that there will be no way back. */
  rollbackGivenUp: boolean
}
