/** The facts of a load balancer on one screen. */
import Box from '@cloudscape-design/components/box'
import type { LoadBalancer } from '../../core/elb/load-balancer.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { CopyText } from '../../ui/CopyText.tsx'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { Time } from '../../ui/Time.tsx'
import { LoadBalancerState } from './LoadBalancerState.tsx'

const words = {
  state: { en: 'State', ko: '상태' },
  type: { en: 'Type', ko: '유형' },
  scheme: { en: 'Scheme', ko: '체계' },
  dns: { en: 'DNS name', ko: 'DNS 이름' },
  zone: { en: 'Hosted zone ID (for alias records)', ko: '호스팅 영역 ID(별칭 레코드용)' },
  vpc: { en: 'VPC', ko: 'VPC' },
  zones: { en: 'Availability Zones', ko: '가용 영역' },
  groups: { en: 'Security groups', ko: '보안 그룹' },
  addresses: { en: 'IP address type', ko: 'IP 주소 유형' },
  created: { en: 'Created', ko: '생성' },
} satisfies Record<string, Text>

const lines = (texts: readonly string[]) =>
  texts.length > 0 && texts.map((text) => <div key={text}>{text}</div>)

export function LoadBalancerFacts({ loadBalancer }: { loadBalancer: LoadBalancer }) {
  const say = useText()
  const { dnsName, canonicalHostedZoneId: hostedZone, availabilityZones } = loadBalancer
  return (
    <KeyValues
      items={[
        { label: words.state, value: <LoadBalancerState loadBalancer={loadBalancer} /> },
        { label: words.dns, value: <CopyText text={dnsName} label={say(words.dns)} /> },
        { label: words.zone, value: hostedZone && <CopyText text={hostedZone} label={say(words.zone)} /> },
        { label: words.type, value: loadBalancer.type },
        { label: words.scheme, value: loadBalancer.scheme },
        { label: words.addresses, value: loadBalancer.ipAddressType },
        { label: words.vpc, value: loadBalancer.vpcId },
        {
          label: words.zones,
          value: availabilityZones.map(({ zone, subnetId }) => (
            <div key={zone}>
              {zone} <Box variant="small">{subnetId}</Box>
            </div>
          )),
        },
        { label: words.groups, value: lines(loadBalancer.securityGroups) },
        { label: words.created, value: <Time at={loadBalancer.createdAt} /> },
      ]}
    />
  )
}
