/** Makes certificates as AWS Certificate Manager holds them, and tells who uses them. */
import type { CertificateRecord } from '../world/acm-tables.ts'
import { regionOf } from '../world/create.ts'
import { arn, uuid } from '../world/ids.ts'
import type { RegionTables, World } from '../world/world.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** Validity of a public certificate. https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html */
const VALID_MS = 198 * DAY_MS

export type CertificateOptions = { domainName: string } & Partial<
  Pick<
    CertificateRecord,
    'type' | 'status' | 'failureReason' | 'keyAlgorithm' | 'notBefore' | 'notAfter' | 'tags'
  >
> & {
    /** Further names. */
    alternativeNames?: string[]
  }

/** A certificate, issued now unless its status says otherwise. */
export function createCertificate(
  world: World,
  region: string,
  options: CertificateOptions,
): CertificateRecord {
  const { domainName, alternativeNames = [], type = 'AMAZON_ISSUED', status = 'ISSUED' } = options
  const made: CertificateRecord = {
    certificateArn: arn(world, 'acm', region, `certificate/${uuid(world)}`),
    domainName,
    subjectAlternativeNames: [...new Set([domainName, ...alternativeNames])],
    type,
    status,
    keyAlgorithm: options.keyAlgorithm ?? 'RSA_2048',
    createdAt: world.now,
    tags: options.tags ?? {},
  }
  if (options.failureReason) made.failureReason = options.failureReason
  // Before it is issued there is no certificate that could be valid.
  if (['ISSUED', 'EXPIRED', 'REVOKED', 'INACTIVE'].includes(status)) {
    made.notBefore = options.notBefore ?? world.now - (world.now % DAY_MS)
    made.notAfter = options.notAfter ?? made.notBefore + VALID_MS
    if (type === 'IMPORTED') made.importedAt = world.now
    else made.issuedAt = world.now
  }
  regionOf(world, region).certificates[made.certificateArn] = made
  return made
}

/** ARNs of the load balancers with a listener that has the certificate, and names of classic ones as ARNs. */
export function usersOf(world: World, region: RegionTables, certificateArn: string): string[] {
  const listeners = Object.values(region.elb.listeners).filter((listener) =>
    listener.certificateArns.includes(certificateArn),
  )
  const classic = Object.values(region.classicLoadBalancers).filter((balancer) =>
    balancer.listeners.some((listener) => listener.sslCertificateId === certificateArn),
  )
  return [
    ...new Set(listeners.map(({ loadBalancerArn }) => loadBalancerArn)),
    ...classic.map(({ name }) => arn(world, 'elasticloadbalancing', region.name, `loadbalancer/${name}`)),
  ]
}
