/** The listener through which clients come in, and the request they send. */
import { shownName } from '../../dns/name.ts'
import type { RuleRequest } from '../../elb/rule-match.ts'
import type { Facts, Subject } from './facts.ts'

type Door = Facts['listeners'][number]

/** HTTPS on port 443, or the first that takes HTTP where nothing takes HTTPS. */
export function frontDoor(listeners: readonly Door[]): Door | undefined {
  return secureDoor(listeners) ?? plainDoor(listeners)
}

export function secureDoor(listeners: readonly Door[]): Door | undefined {
  return listeners.find(({ listener }) => listener.protocol === 'HTTPS' && listener.port === 443)
}

export function plainDoor(listeners: readonly Door[]): Door | undefined {
  return listeners.find(({ listener }) => listener.protocol === 'HTTP' && listener.port === 80)
}

/** A client's first request. A wildcard is asked for by a name that nobody has a rule for. */
export function requestFor({ hostname }: Subject, path: string): RuleRequest {
  return { host: shownName(hostname).replace(/^\*/, 'any-name'), path, method: 'GET' }
}

/** The paths that are looked at: health and the front page. */
export function pathsOf({ healthPath }: Subject): string[] {
  return [...new Set([healthPath, '/'])]
}
