/** One cutover: driven by this tab, or found in the zone and opened to be looked at. */
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { canonicalName } from '../../core/dns/name.ts'
import type { CutoverSession } from '../../data/cutover/cutover-session.ts'
import { openedQuery } from '../../data/cutover/opened.ts'
import { useCutovers, useCutoverSession } from '../../data/cutover/use-cutovers.ts'
import { useAws } from '../../data/session.ts'
import { SkeletonLines } from '../../ui/SkeletonLines.tsx'
import { defaultHours, type MetricHours } from '../../widgets/metric-chart/metric-hours.ts'
import { ProblemPage } from '../../widgets/problem/ProblemPage.tsx'
import { NotOpened } from './back/NotOpened.tsx'
import { ZoneMissing } from './back/ZoneMissing.tsx'
import { RunScreen } from './run/RunScreen.tsx'

const route = getRouteApi('/$region/cutovers/$zone/$hostname')

export default function CutoverPage() {
  const { zone, hostname } = route.useParams()
  const name = canonicalName(hostname) ?? hostname
  // Another hostname is another page: nothing of the former one stays.
  return <OneCutover key={`${zone} ${name}`} zone={zone} hostname={name} />
}

function OneCutover({ zone, hostname }: { zone: string; hostname: string }) {
  const aws = useAws()
  const cutovers = useCutovers()
  const driven = useCutoverSession(cutovers, zone, hostname)
  const [kept, setKept] = useState(driven)
  // What is over is driven no longer, and stays to be read.
  if (driven && driven !== kept) setKept(driven)
  const session = driven ?? kept
  const query = useQuery({ ...openedQuery(aws, cutovers, zone, hostname), enabled: !session })
  if (session) return <Screen session={session} />
  if (query.error) return <ProblemPage error={query.error} retry={() => void query.refetch()} />
  const again = () => void query.refetch()
  if (query.data && 'trouble' in query.data)
    return <NotOpened {...query.data} hostname={hostname} again={again} />
  if (query.data) return <ZoneMissing {...query.data} zoneId={zone} hostname={hostname} again={again} />
  return <SkeletonLines lines={12} />
}

function Screen({ session }: { session: CutoverSession }) {
  const navigate = route.useNavigate()
  const { hours = defaultHours } = route.useSearch()
  const setHours = (chosen: MetricHours) =>
    void navigate({
      to: '.',
      search: (previous) => ({ ...previous, hours: chosen === defaultHours ? undefined : chosen }),
      replace: true,
      resetScroll: false,
    })
  return <RunScreen session={session} hours={hours} onHours={setHours} />
}
