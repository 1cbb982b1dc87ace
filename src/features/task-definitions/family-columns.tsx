/** Rows and columns of the table of families. */
import { readRevisionName } from '../../core/task-definition/revision.ts'
import type { ServiceUses } from '../../data/task-definitions/usage.ts'
import type { Text } from '../../i18n/text.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import type { Column } from '../../ui/column.ts'
import { familyHref, serviceHref } from '../../widgets/resource-link/href.ts'
import { StatusBadge } from '../../widgets/status-badge/StatusBadge.tsx'

const words = {
  family: { en: 'Family', ko: '패밀리' },
  status: { en: 'Status', ko: '상태' },
  services: { en: 'Services', ko: '서비스' },
  revisions: { en: 'Revisions in services', ko: '서비스에서 쓰는 개정' },
} satisfies Record<string, Text>

export interface FamilyRow {
  family: string
  /** ACTIVE: it has an ACTIVE revision. */
  status: 'ACTIVE' | 'INACTIVE'
  /** Undefined until every service is read. */
  services: { cluster: string; service: string }[] | undefined
  /** Revisions that services run, newest first. */
  revisions: number[]
}

export function familyRows(
  active: readonly string[] = [],
  inactive: readonly string[] = [],
  uses: ServiceUses | undefined,
): FamilyRow[] {
  const byFamily = new Map<string, { services: FamilyRow['services'] & object; revisions: Set<number> }>()
  for (const { cluster, service, taskDefinitionArns } of uses?.items ?? []) {
    for (const arn of taskDefinitionArns) {
      const { family = '', revision = 0 } = readRevisionName(arn) ?? {}
      const known = byFamily.get(family) ?? { services: [], revisions: new Set<number>() }
      if (!known.services.some((one) => one.cluster === cluster && one.service === service))
        known.services.push({ cluster, service })
      known.revisions.add(revision)
      byFamily.set(family, known)
    }
  }
  const row =
    (status: FamilyRow['status']) =>
    (family: string): FamilyRow => {
      const found = byFamily.get(family)
      return {
        family,
        status,
        services: found?.services ?? (uses?.isComplete ? [] : undefined),
        revisions: [...(found?.revisions ?? [])].toSorted((a, b) => b - a),
      }
    }
  return [...active.map(row('ACTIVE')), ...inactive.map(row('INACTIVE'))]
}

export function familyColumns(region: string): Column<FamilyRow>[] {
  return [
    {
      id: 'family',
      header: words.family,
      value: ({ family }) => family,
      cell: ({ family }) => <AppLink href={familyHref(region, family)}>{family}</AppLink>,
      rowHeader: true,
      required: true,
      minWidth: 150,
    },
    {
      id: 'status',
      header: words.status,
      value: ({ status }) => status,
      cell: ({ status }) => <StatusBadge tone={status === 'ACTIVE' ? 'good' : 'off'}>{status}</StatusBadge>,
      filter: 'enum',
      minWidth: 110,
    },
    {
      id: 'services',
      header: words.services,
      value: ({ services }) => services?.map(({ service }) => service).join(', ') || undefined,
      cell: ({ services }) => (services ? <Services region={region} services={services} /> : '…'),
      minWidth: 170,
    },
    {
      id: 'revisions',
      header: words.revisions,
      value: ({ revisions }) => revisions[0],
      cell: ({ revisions }) => (revisions.length === 0 ? '–' : revisions.join(', ')),
      filter: 'none',
      minWidth: 160,
    },
  ]
}

function Services({ region, services }: { region: string; services: FamilyRow['services'] & object }) {
  if (services.length === 0) return <>–</>
  return services.map(({ cluster, service }) => (
    <div key={`${cluster}/${service}`}>
      <AppLink href={serviceHref(region, cluster, service)} variant="secondary">
        {service}
      </AppLink>{' '}
      ({cluster})
    </div>
  ))
}
