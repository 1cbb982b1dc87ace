/** Who may have made the edit: signs of other tools, read from the zone. */
import { useQuery } from '@tanstack/react-query'
import type { Plan } from '../../../core/cutover/plan.ts'
import { likelyOwnerQuery } from '../../../data/cutover/likely-owner.ts'
import { useAws } from '../../../data/session.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { shownName } from '../../../core/dns/name.ts'

const words = {
  externalDns: {
    en: 'external-dns owns this name ({record}): it will revert it again and again. Take the name out of its Kubernetes resource first.',
    ko: 'external-dns가 이 이름을 소유합니다({record}). 계속 되돌리므로 먼저 Kubernetes 리소스에서 이름을 제거하세요.',
  },
  tool: {
    en: 'The zone is tagged by {tool}: if it manages the name, it will revert again.',
    ko: '영역에 {tool} 태그가 있습니다. 이 이름을 관리한다면 다시 되돌립니다.',
  },
  unknown: {
    en: 'Nothing in the zone tells who. CloudTrail does: ChangeResourceRecordSets in us-east-1, with userIdentity and userAgent.',
    ko: '영역에는 누구인지 나타나지 않습니다. CloudTrail(us-east-1의 ChangeResourceRecordSets)에서 userIdentity와 userAgent를 확인하세요.',
  },
} satisfies Record<string, Text>

export function LikelyOwner({ plan }: { plan: Plan }) {
  const say = useText()
  const aws = useAws()
  const { data } = useQuery(likelyOwnerQuery(aws, plan.zone.id, plan.hostname))
  const [record] = data?.externalDns ?? []
  if (record) return say(words.externalDns, { record: shownName(record.Name) })
  return data?.tool === undefined ? say(words.unknown) : say(words.tool, { tool: data.tool })
}
