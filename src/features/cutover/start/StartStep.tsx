/** First step: the hostname, its zone, the new side, and what stands there now. */
import SpaceBetween from '@cloudscape-design/components/space-between'
import { HostnameBlock } from './HostnameBlock.tsx'
import { CutoverRole } from './CutoverRole.tsx'
import { StandsNow } from './StandsNow.tsx'
import { TargetBlock } from './TargetBlock.tsx'
import { useWizard } from './wizard-context.ts'

export function StartStep() {
  const { typed, search } = useWizard()
  return (
    <SpaceBetween size="l">
      <CutoverRole />
      <HostnameBlock />
      {typed.kind === 'name' && search.zone !== undefined && (
        <StandsNow
          key={`${search.zone} ${typed.canonical}`}
          hostname={typed.canonical}
          zoneId={search.zone}
        />
      )}
      <TargetBlock />
    </SpaceBetween>
  )
}
