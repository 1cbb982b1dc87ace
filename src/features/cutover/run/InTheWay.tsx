/** What stands in the way, over “What happens now” and as large as it: nothing else moves when it comes or goes. */
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import type { CutoverSession } from '../../../data/cutover/cutover-session.ts'
import type { CutoverView } from '../../../data/cutover/cutover-view.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { isExceptional } from '../back/exceptional.ts'
import { ExceptionBlock } from '../back/ExceptionBlock.tsx'
import { ChecksBlock } from './ChecksBlock.tsx'
import { standingChecks } from './standing-checks.ts'

const words = {
  title: { en: 'What stands in the way', ko: '진행을 막는 것' },
} satisfies Record<string, Text>

interface InTheWayProps {
  session: CutoverSession
  view: CutoverView
  /** What it covers. */
  children: ReactNode
}

export function InTheWay({ session, view, children }: InTheWayProps) {
  const say = useText()
  const exceptional = isExceptional(view.run)
  const standing = standingChecks(view).length > 0
  const covers = exceptional || standing
  return (
    <div className="tg-now-place">
      <div className="tg-covered" inert={covers}>
        {children}
      </div>
      {/* There from the beginning, so that readers are told what comes into it. */}
      <div aria-live="polite">
        {covers && (
          // A box that scrolls must be reachable by keyboard.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <section className="tg-in-the-way" aria-label={say(words.title)} tabIndex={0}>
            <SpaceBetween size="l">
              {exceptional && <ExceptionBlock session={session} view={view} />}
              {standing && <ChecksBlock session={session} view={view} />}
            </SpaceBetween>
          </section>
        )}
      </div>
    </div>
  )
}
