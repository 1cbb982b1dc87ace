/** A cluster's status as AWS names it. */
import { StatusBadge, type Tone } from '../../widgets/status-badge/StatusBadge.tsx'

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Cluster.html */
const tones: Record<string, Tone> = {
  ACTIVE: 'good',
  PROVISIONING: 'moving',
  DEPROVISIONING: 'moving',
  FAILED: 'bad',
  INACTIVE: 'off',
}

export function ClusterStatus({ status }: { status: string }) {
  return <StatusBadge tone={tones[status] ?? 'off'}>{status}</StatusBadge>
}
