/** The hold, what is left after the end, and the report: their place is kept from the click that leads there, so that nothing moves by itself. */
import { isLeaving } from '../../../core/cutover/permits.ts'
import type { CutoverSession } from '../../../data/cutover/cutover-session.ts'
import type { CutoverView } from '../../../data/cutover/cutover-view.ts'
import { useGrownPlace } from '../../../ui/grown-place.ts'
import { HoldPanel } from '../back/HoldPanel.tsx'
import { ReportPanel } from '../back/ReportPanel.tsx'
import { RestoredPanel } from '../back/RestoredPanel.tsx'

interface StageProps {
  session: CutoverSession
  view: CutoverView
}

export function Stage({ session, view }: StageProps) {
  const kept = keptFor(view)
  const place = useGrownPlace<HTMLDivElement>()
  if (!kept) return null
  return (
    <div className="tg-stage">
      <div ref={place} className="tg-stage-part" data-kept={kept}>
        {kept === 'hold' ? (
          <HoldPanel session={session} view={view} />
        ) : (
          <RestoredPanel session={session} view={view} />
        )}
      </div>
      <ReportPanel view={view} />
    </div>
  )
}

const ending: readonly CutoverView['run']['phase']['at'][] = ['restoring', 'restored', 'completing', 'closed']

/** From the hold on, as long as its evidence is there to be read; or from the click that goes back on. */
function keptFor({ run, hold }: CutoverView): 'hold' | 'end' | undefined {
  const { phase } = run
  if (phase.at === 'holding' || hold) return 'hold'
  return isLeaving(run) || ending.includes(phase.at) ? 'end' : undefined
}
