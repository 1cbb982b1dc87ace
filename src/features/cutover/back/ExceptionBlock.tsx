/** Why a cutover does not go on as planned, and what to do about it. */
import SpaceBetween from '@cloudscape-design/components/space-between'
import { ExceptionalState, type ExceptionalStateProps } from './ExceptionalState.tsx'
import { exceptionalState, isOverlaid } from './exceptional.ts'
import { OverlayState } from './OverlayState.tsx'

export function ExceptionBlock({ session, view }: ExceptionalStateProps) {
  return (
    <SpaceBetween size="l">
      {isOverlaid(view.run) && <OverlayState view={view} />}
      {exceptionalState(view.run) !== undefined && <ExceptionalState session={session} view={view} />}
    </SpaceBetween>
  )
}
