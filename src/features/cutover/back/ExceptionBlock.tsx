/** Where the exceptional state of a cutover stands on its page: over everything else, as wide as the page. */
import Container from '@cloudscape-design/components/container'
import { ExceptionalState, type ExceptionalStateProps } from './ExceptionalState.tsx'
import { exceptionalState } from './exceptional.ts'

export function ExceptionBlock({ session, view }: ExceptionalStateProps) {
  if (exceptionalState(view.run) === undefined) return null
  return (
    <Container>
      <div aria-live="polite">
        <ExceptionalState session={session} view={view} />
      </div>
    </Container>
  )
}
