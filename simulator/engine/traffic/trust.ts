/** Whether clients believe a load balancer's certificate: those that do not close the connection before they ask for anything. */
import type { CertificateRecord } from '../../world/acm-tables.ts'
import type { LoadBalancerRecord } from '../../world/elb-tables.ts'
import { type History, record } from '../../world/history.ts'
import type { World } from '../../world/world.ts'

/** True where no listener speaks TLS on the port, or one of its certificates is for the host. Certificates from elsewhere count as right. */
export function isTrusted(
  world: World,
  { region, balancer }: { region: string; balancer: LoadBalancerRecord },
  { host, port }: { host: string; port: number },
): boolean {
  const tables = world.regions[region]
  const listener = Object.values(tables?.elb.listeners ?? {}).find(
    (known) => known.loadBalancerArn === balancer.loadBalancerArn && known.port === port,
  )
  if (listener?.protocol !== 'HTTPS') return true
  return listener.certificateArns.some((arn) => {
    const certificate = tables?.certificates[arn]
    return !certificate || isFor(certificate, host.toLowerCase())
  })
}

/** `*` stands for exactly one label. https://www.rfc-editor.org/rfc/rfc9525#section-6.3 */
function isFor({ status, subjectAlternativeNames }: CertificateRecord, host: string): boolean {
  const wildcard = `*${host.slice(host.indexOf('.'))}`
  return (
    status === 'ISSUED' &&
    subjectAlternativeNames.some((name) => [host, wildcard].includes(name.toLowerCase()))
  )
}

/** Notes how many connections a second a population's clients give up from now on. */
export function recordUntrusted(history: History, population: string, now: number, rps: number): void {
  const key = `untrusted/${population}`
  if (rps > 0 || history[key]) record(history, key, now, rps)
}
