/**
 * Turns what a source means into a definition that AWS takes: decides what can be decided, asks what cannot, and says what was
 * changed. Each step is a file; their order is part of what they do.
 */
import { inMemberOrder } from '../../canonical.ts'
import type { Definition } from '../../definition.ts'
import type { Draft } from '../draft.ts'
import type { Work } from '../work.ts'
import { settleCredentials } from './credentials.ts'
import { settleFamily } from './family.ts'
import { settleFargate } from './fargate.ts'
import { settleHosts } from './hosts.ts'
import { settleImages } from './images.ts'
import { settleLogs } from './logs.ts'
import { settleNames } from './names.ts'
import { settlePlace } from './place.ts'
import { settlePorts } from './ports.ts'
import { settleReaches } from './reaches.ts'
import { settleRoles } from './roles.ts'
import { settleSize } from './size.ts'
import { settleStart } from './start.ts'
import { settleVolumes } from './volumes.ts'

/** What the steps know of where it is going to run. */
export interface Place {
  family: string
  isForFargate: boolean
  /** bridge, host, awsvpc, none. */
  networkMode: string
}

export interface Settling {
  work: Work
  draft: Draft
  place: Place
}

export function settle(work: Work, draft: Draft): Definition {
  settleNames(work, draft)
  const family = settleFamily(work, draft)
  const place = { family, ...settlePlace(work, draft) }
  const settling: Settling = { work, draft, place }
  settleImages(settling)
  settleStart(settling)
  settlePorts(settling)
  settleReaches(settling)
  settleHosts(settling)
  settleFargate(settling)
  settleSize(settling)
  settleVolumes(settling)
  settleLogs(settling)
  settleCredentials(settling)
  settleRoles(settling)
  const { definition, containers, volumes } = draft
  return inMemberOrder({
    family,
    ...definition,
    networkMode: place.networkMode,
    requiresCompatibilities: [place.isForFargate ? 'FARGATE' : 'EC2'],
    containerDefinitions: containers,
    ...(volumes.length > 0 && {
      volumes: volumes.map(({ shipped: _shipped, lasting: _lasting, ...volume }) => volume),
    }),
  })
}
