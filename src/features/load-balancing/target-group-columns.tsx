/** Columns of a table of target groups, with their health as CloudWatch counted it last. */
import { loadBalancerName } from '../../core/elb/arn-name.ts'
import type { TargetGroup } from '../../core/elb/target-group.ts'
import type { Text } from '../../i18n/text.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import type { Column } from '../../ui/column.ts'
import { loadBalancerHref, targetGroupHref } from '../../widgets/resource-link/href.ts'
import { HealthCounts } from './HealthCounts.tsx'

const words = {
  name: { en: 'Name', ko: '이름' },
  health: { en: 'Health', ko: '상태' },
  healthy: { en: 'Healthy', ko: '정상' },
  unhealthy: { en: 'Unhealthy', ko: '비정상' },
  protocol: { en: 'Protocol', ko: '프로토콜' },
  port: { en: 'Port', ko: '포트' },
  type: { en: 'Target type', ko: '대상 유형' },
  balancers: { en: 'Load balancers', ko: '로드 밸런서' },
  path: { en: 'Health check path', ko: '상태 확인 경로' },
  vpc: { en: 'VPC', ko: 'VPC' },
} satisfies Record<string, Text>

/** A target group with its counts; undefined where CloudWatch has none (yet). */
export interface TargetGroupRow {
  group: TargetGroup
  healthy: number | undefined
  unhealthy: number | undefined
}

const health: Column<TargetGroupRow>[] = [
  {
    id: 'health',
    header: words.health,
    // Sorts trouble to one end: unhealthy targets first, then groups without healthy ones.
    value: ({ healthy, unhealthy }) =>
      healthy === undefined && unhealthy === undefined
        ? undefined
        : (unhealthy ?? 0) * 1_000_000 - (healthy ?? 0),
    cell: ({ healthy, unhealthy }) => <HealthCounts healthy={healthy} unhealthy={unhealthy} />,
    filter: 'none',
    minWidth: 210,
  },
  {
    id: 'healthy',
    header: words.healthy,
    value: ({ healthy }) => healthy,
    cell: ({ healthy }) => (healthy === undefined ? '–' : Math.round(healthy)),
    filter: 'number',
    align: 'end',
    hidden: true,
    minWidth: 100,
  },
  {
    id: 'unhealthy',
    header: words.unhealthy,
    value: ({ unhealthy }) => unhealthy,
    cell: ({ unhealthy }) => (unhealthy === undefined ? '–' : Math.ceil(unhealthy)),
    filter: 'number',
    align: 'end',
    hidden: true,
    minWidth: 110,
  },
]

const facts: Column<TargetGroupRow>[] = [
  {
    id: 'protocol',
    header: words.protocol,
    value: ({ group }) => group.protocol,
    cell: ({ group }) => group.protocol ?? '–',
    filter: 'enum',
    minWidth: 100,
  },
  {
    id: 'port',
    header: words.port,
    value: ({ group }) => group.port,
    cell: ({ group }) => group.port ?? '–',
    filter: 'number',
    align: 'end',
    minWidth: 80,
  },
  {
    id: 'type',
    header: words.type,
    value: ({ group }) => group.targetType,
    cell: ({ group }) => group.targetType,
    filter: 'enum',
    minWidth: 110,
  },
  {
    id: 'path',
    header: words.path,
    value: ({ group }) => group.healthCheck.path,
    cell: ({ group }) => group.healthCheck.path ?? '–',
    minWidth: 150,
  },
  {
    id: 'vpc',
    header: words.vpc,
    value: ({ group }) => group.vpcId,
    cell: ({ group }) => group.vpcId ?? '–',
    filter: 'enum',
    hidden: true,
    minWidth: 180,
  },
]

/** The columns of a table of target groups, in reading order. */
export function targetGroupColumns(region: string): Column<TargetGroupRow>[] {
  const name: Column<TargetGroupRow> = {
    id: 'name',
    header: words.name,
    value: ({ group }) => group.name,
    cell: ({ group }) => <AppLink href={targetGroupHref(region, group.name)}>{group.name}</AppLink>,
    rowHeader: true,
    required: true,
    minWidth: 180,
  }
  const balancers: Column<TargetGroupRow> = {
    id: 'balancers',
    header: words.balancers,
    value: ({ group }) => group.loadBalancerArns.map(loadBalancerName).join(', ') || undefined,
    cell: ({ group }) =>
      group.loadBalancerArns.length === 0
        ? '–'
        : group.loadBalancerArns.map((arn) => (
            <div key={arn}>
              <AppLink href={loadBalancerHref(region, loadBalancerName(arn))} variant="secondary">
                {loadBalancerName(arn)}
              </AppLink>
            </div>
          )),
    minWidth: 160,
  }
  return [name, ...health, balancers, ...facts]
}
