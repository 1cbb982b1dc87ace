/** How many cutovers are open in the zones that are named or were used here: one line, read after everything else. */
import { useNotes } from '../../data/cutover/notes.ts'
import { useCutovers } from '../../data/cutover/use-cutovers.ts'
import { useOpenCutovers } from '../../data/cutover/use-open-cutovers.ts'
import { zonesLookedIn, zonesUsed } from '../../data/cutover/zones-used.ts'
import { useAws, useSession } from '../../data/session.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { StatusBadge } from '../../widgets/status-badge/StatusBadge.tsx'
import { cutoversHref } from '../../widgets/resource-link/href.ts'

const words = {
  open: {
    en: '{n, plural, one {# open cutover} other {# open cutovers}}',
    ko: '진행 중인 전환 {n}건',
  },
  unresolved: {
    en: '{n, plural, one {# write of this computer has no known outcome} other {# writes of this computer have no known outcome}}',
    ko: '이 컴퓨터의 쓰기 {n}건의 결과를 알 수 없음',
  },
} satisfies Record<string, Text>

export function OpenCutovers() {
  const say = useText()
  const aws = useAws()
  const { account, region, hostedZones, mode } = useSession()
  const { notes } = useNotes(useCutovers())
  const { rows, reports, unresolved } = notes ?? { rows: [], reports: [], unresolved: [] }
  const before = mode === 'practice' ? [] : zonesLookedIn(account)
  const zones = notes ? zonesUsed({ rows, reports }, hostedZones, before) : []
  const { open } = useOpenCutovers(aws, zones, rows)
  // What is rolled back or finished only waits for its journal to go.
  const active = open.filter(({ claim }) => !('claim' in claim) || claim.claim.status === 'active')
  if (active.length === 0 && unresolved.length === 0) return null
  return (
    <>
      {' · '}
      <StatusBadge tone={unresolved.length > 0 ? 'warning' : 'moving'}>
        <AppLink href={cutoversHref(region)}>
          {unresolved.length > 0
            ? say(words.unresolved, { n: unresolved.length })
            : say(words.open, { n: active.length })}
        </AppLink>
      </StatusBadge>
    </>
  )
}
