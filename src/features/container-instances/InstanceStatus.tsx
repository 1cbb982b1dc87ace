/** An instance's status as AWS names it; one whose health AWS calls impaired says so. */
import type { ContainerInstance } from '../../core/ecs/container-instance.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { StatusBadge, type Tone } from '../../widgets/status-badge/StatusBadge.tsx'

const words = {
  impaired: { en: '{status}, health impaired', ko: '{status}, 상태 이상' },
} satisfies Record<string, Text>

const tones: Record<string, Tone> = {
  ACTIVE: 'good',
  DRAINING: 'warning',
  REGISTERING: 'moving',
  DEREGISTERING: 'moving',
  REGISTRATION_FAILED: 'bad',
  INACTIVE: 'off',
}

export function InstanceStatus({ instance }: { instance: ContainerInstance }) {
  const say = useText()
  const { status, healthStatus } = instance
  if (healthStatus === 'IMPAIRED')
    return <StatusBadge tone="bad">{say(words.impaired, { status })}</StatusBadge>
  return <StatusBadge tone={tones[status] ?? 'off'}>{status}</StatusBadge>
}
