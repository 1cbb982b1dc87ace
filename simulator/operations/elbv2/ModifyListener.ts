/** ModifyListener. https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ModifyListener.html */
import {
  ModifyListener$,
  type ModifyListenerCommandInput,
  type ModifyListenerCommandOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { modifyListener } from '../../engine/elb/modify.ts'
import { AwsError, operation } from '../../operation.ts'
import type { ListenerRecord } from '../../world/elb-tables.ts'
import type { RegionTables } from '../../world/world.ts'
import { keptActions } from './kept-actions.ts'
import { toListener } from './listener-view.ts'
import { listenerByArn } from './look-up.ts'

/** Replaces the given properties of a listener as a whole; its default rule is changed here too. */
export const ModifyListener = operation<ModifyListenerCommandInput, ModifyListenerCommandOutput>(
  ModifyListener$,
  (input, { world, region }) => {
    const listener = listenerByArn(region, input.ListenerArn ?? '')
    checkPort(region, listener, input.Port)
    const protocol = protocolOf(listener, input.Protocol)
    const certificateArn = certificateOf(region, input.Certificates)
    if (protocol === 'HTTPS' && (certificateArn ?? listener.certificateArns[0]) === undefined) {
      throw new AwsError('CertificateNotFound', 'A certificate must be specified for HTTPS listeners')
    }
    const place = { region, listener: { ...listener, protocol }, before: listener.defaultActions }
    modifyListener(world, region.name, listener, {
      port: input.Port,
      protocol,
      sslPolicy: input.SslPolicy,
      defaultActions: input.DefaultActions && keptActions(place, input.DefaultActions),
      certificateArn,
    })
    return { Listeners: [toListener(listener)] }
  },
  ({ ListenerArn = '' }) => ({ resources: [ListenerArn] }),
)

/** @throws AwsError DuplicateListener when another listener has the port */
function checkPort(region: RegionTables, listener: ListenerRecord, port: number | undefined): void {
  const taken = Object.values(region.elb.listeners).some(
    (other) =>
      other !== listener && other.loadBalancerArn === listener.loadBalancerArn && other.port === port,
  )
  if (!taken) return
  throw new AwsError(
    'DuplicateListener',
    `A listener already exists on this port for this load balancer '${listener.loadBalancerArn}'`,
  )
}

/** @throws AwsError UnsupportedProtocol for what application load balancers do not speak */
function protocolOf(
  listener: ListenerRecord,
  asked: ModifyListenerCommandInput['Protocol'],
): ListenerRecord['protocol'] {
  if (asked === undefined) return listener.protocol
  if (asked === 'HTTP' || asked === 'HTTPS') return asked
  throw new AwsError('UnsupportedProtocol', `Protocol '${asked}' is not supported by this load balancer`)
}

/** @throws AwsError unless it is one certificate, of ACM in this Region or of IAM */
function certificateOf(
  region: RegionTables,
  certificates: ModifyListenerCommandInput['Certificates'],
): string | undefined {
  if (!certificates?.length) return undefined
  const arn = certificates[0]?.CertificateArn ?? ''
  if (certificates.length > 1) {
    throw new AwsError('ValidationError', 'You must specify exactly one certificate')
  }
  if (!(arn in region.certificates) && !arn.startsWith('arn:aws:iam::')) {
    throw new AwsError('CertificateNotFound', `Certificate ARN '${arn}' is not valid`)
  }
  return arn
}
