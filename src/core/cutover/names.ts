/** Names of what a cutover writes beside the hostname. All are children of the zone itself: a record below the hostname would make a wildcard stop answering for it. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

export interface CutoverNames {
  /** The claim: who moves the hostname, and how far. */
  claim: string
  /** The snapshot: how everything was. */
  snapshot: string
  /** A copy of legacy values that a weighted record set cannot hold. */
  parked: string
}

/** First 16 hexadecimal digits of SHA-256 of the hostname in its canonical form. */
export function hostnameHash(hostname: string): string {
  return bytesToHex(sha256(utf8ToBytes(hostname))).slice(0, 16)
}

/** `hostname` and `zone` in canonical form. */
export function cutoverNames(hostname: string, zone: string): CutoverNames {
  const base = `_cutover-${hostnameHash(hostname)}`
  return { claim: `${base}.${zone}`, snapshot: `${base}-s.${zone}`, parked: `${base}-p.${zone}` }
}

/** First name of the journals of a zone in Route 53's order: reading from here finds every open cutover. */
export function firstJournalName(zone: string): string {
  return `_cutover-.${zone}`
}

/** Identifiers of the two members of a weighted group that we write. */
export function setIdentifiers(hostname: string): { legacy: string; ours: string } {
  const short = hostnameHash(hostname).slice(0, 6)
  return { legacy: `legacy-${short}`, ours: `ecs-${short}` }
}
