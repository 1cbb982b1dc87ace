/** Where the exceptional states of a cutover stand on its page: over everything else, as wide as the page. */
import Container from '@cloudscape-design/components/container'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { backBlock } from '../../../core/cutover/permits.ts'
import { ExceptionalState, type ExceptionalStateProps } from './ExceptionalState.tsx'
import { exceptionalState } from './exceptional.ts'
import { OverlayState } from './OverlayState.tsx'

/** Once everything is over, nobody needs keys. */
function isOverlaid({ run }: ExceptionalStateProps['view']): boolean {
  return backBlock(run) !== undefined && run.phase.at !== 'closed'
}

export function ExceptionBlock({ session, view }: ExceptionalStateProps) {
  const overlaid = isOverlaid(view)
  const exceptional = exceptionalState(view.run) !== undefined
  if (!overlaid && !exceptional) return null
  return (
    <Container>
      <div aria-live="polite">
        <SpaceBetween size="l">
          {overlaid && <OverlayState view={view} />}
          {exceptional && <ExceptionalState session={session} view={view} />}
        </SpaceBetween>
      </div>
    </Container>
  )
}
