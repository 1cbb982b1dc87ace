/** A load balancer's state as AWS names it, with its reason if there is one. */
import type { LoadBalancer } from '../../core/elb/load-balancer.ts'
import { StatusBadge, type Tone } from '../../widgets/status-badge/StatusBadge.tsx'

const tones: Record<string, Tone> = {
  active: 'good',
  provisioning: 'moving',
  active_impaired: 'warning',
  failed: 'bad',
}

export function LoadBalancerState({ loadBalancer }: { loadBalancer: LoadBalancer }) {
  const { state, stateReason } = loadBalancer
  return (
    <StatusBadge tone={tones[state] ?? 'off'}>{stateReason ? `${state}: ${stateReason}` : state}</StatusBadge>
  )
}
